/// The header of one part of a multipart form.
struct PartHeader {
  /// The field's name.
  let field: String
  /// The name of the file without folders, empty where none was chosen; `nil` for a text field.
  let fileName: String?

  /// Reads the header's lines, without the empty one that ends them.
  init(_ bytes: ArraySlice<UInt8>) throws(MalformedRequest) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding }
    var disposition: MediaType?
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":") else { throw .form }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard disposition == nil, let read = MediaType(String(line[line.index(after: colon)...]))
        else { throw .form }
        disposition = read
      case "content-transfer-encoding":
        let coding = trimmed(String(line[line.index(after: colon)...])).lowercased()
        guard ["7bit", "8bit", "binary"].contains(coding) else { throw .form }
      default: break
      }
    }
    guard let disposition, disposition.name == "form-data",
      let name = disposition.parameters["name"], !name.isEmpty
    else { throw .form }
    field = Self.unescaped(name)
    fileName = disposition.parameters["filename"].map(Self.plainName)
  }

  /// Browsers write a quote and line ends of a name as `%22`, `%0D` and `%0A`, and nothing else.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("%") else { return text }
    return text.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
  }

  /// The name without folders and control characters.
  private static func plainName(_ text: String) -> String {
    let last = unescaped(text).split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let name = last.last.map { $0.filter { $0.isASCII ? $0 >= " " && $0 != "\u{7F}" : true } } ?? ""
    return name == "." || name == ".." ? "" : String(name.prefix(200))
  }
}
