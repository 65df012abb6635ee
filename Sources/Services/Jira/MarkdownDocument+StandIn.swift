internal import Markdown
internal import Syntax

extension MarkdownDocument {
  func adf(limit: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("type", "doc")
    writer.field("version", 1)
    writer.key("content")
    writer.beginArray()
    writer.beginObject()
    writer.field("type", "paragraph")
    writer.key("content")
    writer.beginArray()
    writer.beginObject()
    writer.field("type", "text")
    writer.field("text", String(plainText.prefix(limit)))
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    return writer.take()
  }
  func wiki(limit: Int) -> String { String(plainText.prefix(limit)) }
}
