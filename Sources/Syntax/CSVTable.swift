/// A table read from comma-separated values, its first row the header.
public struct CSVTable {}
