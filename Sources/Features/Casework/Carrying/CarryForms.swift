internal import Commands
internal import HTTP
internal import Kernel
internal import Partnership

/// A mapping as it is saved on the page: by a file, or by the text of its sheet.
struct CaseMappingForm {
  let key: String
  let sheet: String

  init(_ request: Request) throws {
    let form = try SheetForm(request, example: "old-register", most: CaseMappingSheet.most)
    (key, sheet) = (form.key, form.sheet)
    _ = try form.read { try CaseMappingSheet.read($0, name: "The mapping") }
  }
}

/// The uploads of a trial that are to be brought along, as its page names them.
struct CarryBringForm {
  let uploads: CarryUploads

  /// Throws ``Refusal`` where they are not there any more.
  init(_ fields: Fields, in folder: String) throws {
    guard let key = fields["mapping"], let version = fields["version"].flatMap(Int.init) else {
      throw Self.gone
    }
    var paths: [CarryTable: String] = [:]
    for table in CarryTable.allCases {
      guard let name = fields[Self.field(table)] else { continue }
      // A random name and nothing else: no path leads out of the folder.
      guard name.utf8.count == 43, name.utf8.allSatisfy(Self.isOfName) else { throw Self.gone }
      paths[table] = "\(folder)/\(name)"
    }
    guard !paths.isEmpty else { throw Self.gone }
    uploads = CarryUploads(key: key, version: version, paths: paths)
  }

  static func field(_ table: CarryTable) -> String { "waiting-\(table.rawValue)" }

  static let gone = Refusal("cases", "The files of this trial are not there any more. Try it again")

  private static func isOfName(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
      || byte == 95
  }
}
