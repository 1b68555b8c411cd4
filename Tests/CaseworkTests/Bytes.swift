import FoundationEssentials

/// The bytes of files, each as one character, so that text in them can be looked for.
enum Bytes {
  static func latin(of path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    let data = try Data(contentsOf: URL(filePath: path))
    return String(String.UnicodeScalarView(data.map { Unicode.Scalar($0) }))
  }
}
