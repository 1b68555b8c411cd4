internal import Commands
internal import Documents
internal import HTTP

/// A sheet as it is added on a page: a short word for it, and a file or the text itself.
struct SheetForm {
  let key: String
  let sheet: String

  /// Reads the fields `key`, `file` and `sheet`; `example` is a word such as theirs could be.
  init(_ request: Request, example: String, most: Int) throws {
    var form = FormReader(request.form)
    let key = form.key(
      example: example, taken: "“new” means something else here: choose another word"
    ) { $0 == "new" }
    var text = request.form["sheet"] ?? ""
    if let file = request.files.first(where: { $0.field == "file" && $0.size > 0 }) {
      if file.size > most {
        form.refuse("file", "The file is larger than a sheet can be")
      } else {
        text = try Self.text(of: file.path)
      }
    }
    if text.allSatisfy(\.isWhitespace) { form.refuse("sheet", "Choose a file or enter the sheet") }
    try form.finish()
    self.key = key
    sheet = text
  }

  /// What the sheet means; what is wrong with it stands at its field.
  func read<Meaning>(_ reading: (String) throws -> Meaning) throws -> Meaning {
    do { return try reading(sheet) } catch let refused as InputRefused {
      throw Refusal("sheet", refused.message)
    }
  }

  /// The word and the text of the arguments `KEY` and `FILE` of a command.
  static func arguments(
    _ invocation: Invocation, example: String
  ) throws -> (key: String, path: String, text: String) {
    let (key, path) = (invocation.value("KEY"), invocation.value("FILE"))
    guard isKey(key) else {
      throw UsageError(
        "KEY: use small letters, figures and dashes, such as \(example).", argument: "KEY")
    }
    do { return (key, path, try text(of: path)) } catch let problem as FileProblem {
      throw UsageError("FILE: \(problem.message)", argument: "FILE")
    }
  }

  private static func isKey(_ text: String) -> Bool {
    text != "new" && !text.isEmpty && text.count <= 40 && FormReader.isKey(text)
  }

  /// The text of a file; bytes that are not UTF-8 become U+FFFD.
  private static func text(of path: String) throws -> String {
    var bytes: [UInt8] = []
    try FileBytes.read(path) { piece in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}
