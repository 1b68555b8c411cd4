internal import Kernel

/// The kinds of file the site gives, told apart by their names.
enum SourceName {
  /// Whether it is a name the site gives: `2023-01-city-of-london-street.csv`, `2023-01.zip`.
  static func isOfTheSite(_ name: String) -> Bool {
    let rest = name.utf8.dropFirst(7)
    guard name.utf8.count <= 80, Month(String(name.prefix(7))) != nil else { return false }
    if rest.elementsEqual(".zip".utf8) { return true }
    return rest.first == UInt8(ascii: "-") && isStreet(name)
      && rest.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ".")
      }
  }

  /// Endings that say what kind of file it is, longer ones first.
  static let endings = ["-street", "-outcomes", "-stop-and-search", ""].flatMap { kind in
    [".csv.gz", ".csv", ".gz", ".zip"].map { kind + $0 }
  }

  /// Whether it is a street file: `…-street.csv` or `…-street.csv.gz`.
  static func isStreet(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("-street.csv") || name.hasSuffix("-street.csv.gz")
  }

  /// Whether it is another table of the site, which is left aside even when named by hand.
  static func isOtherTable(_ name: String) -> Bool {
    let name = name.lowercased()
    let ends = ["-outcomes.csv", "-stop-and-search.csv"]
    return ends.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
  }
}

/// The files a mapped source may come in, told apart by their names.
enum ExtractName {
  static let texts = [".csv", ".tab", ".tsv", ".txt"]
  static let workbooks = [".xlsx", ".xlsm", ".ods"]

  /// Endings that say what kind of file it is, longer ones first.
  static let endings = texts.map { $0 + ".gz" } + texts + workbooks + [".gz", ".zip"]

  /// Whether a file of a folder is read.
  static func isExtract(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// Whether an entry of an archive is read: text that is not packed once more.
  static func isText(_ name: String) -> Bool {
    let name = name.lowercased()
    return texts.contains { name.hasSuffix($0) } && !name.hasPrefix("__macosx/")
  }
}
