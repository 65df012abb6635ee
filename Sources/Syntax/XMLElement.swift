/// One element of an XML document.
public struct XMLElement {}
