internal import Commands
internal import Documents
internal import HTTP

/// An instrument as it is added: by a file, or by the text of its sheet.
struct InstrumentForm {
  let key: String
  let sheet: String
  let instrument: RiskInstrument

  init(_ request: Request) throws {
    var form = FormReader(request.form)
    let key = form.text("key", or: "Enter a short word for it, such as estates", limit: 40)
    if !key.isEmpty, !Self.isKey(key) {
      form.refuse("key", "Use small letters, figures and dashes, such as estates")
    }
    var text = request.form["sheet"] ?? ""
    if let file = request.files.first(where: { $0.field == "file" && $0.size > 0 }) {
      if file.size > InstrumentSheet.most {
        form.refuse("file", "The file is larger than a sheet can be")
      } else {
        text = try Self.text(of: file.path)
      }
    }
    if text.allSatisfy(\.isWhitespace) { form.refuse("sheet", "Choose a file or enter the sheet") }
    try form.finish()
    self.key = key
    sheet = text
    do { instrument = try InstrumentSheet.read(text, name: "The sheet") } catch let refused
      as InputRefused
    { throw Refusal("sheet", refused.message) }
  }

  static func isKey(_ text: String) -> Bool {
    text != "new" && !text.isEmpty && text.count <= 40
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// The text of a file; bytes that are not UTF-8 become U+FFFD.
  static func text(of path: String) throws -> String {
    var bytes: [UInt8] = []
    try FileBytes.read(path) { piece in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}
