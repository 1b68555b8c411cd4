internal import Access
internal import Geography
internal import Kernel
internal import Partnership

/// What is said of a boundary file beside the file itself.
struct BoundaryOptions: Sendable {
  var kind: AreaKind
  /// The year of the boundaries; taken from the file where `nil`.
  var edition: Int?
  var codeField: String?
  var nameField: String?
  /// The coordinate reference system, such as `EPSG:27700`, where the file says none or a wrong one.
  var reference: String?
  /// The days on which the boundaries were in force.
  var validFrom: Day?
  var validTo: Day?
  /// Who imports; `nil` from the shell.
  var account: ID<Account>?

  init(kind: AreaKind, edition: Int? = nil) {
    self.kind = kind
    self.edition = edition
  }
}

/// One area as it is to be stored.
struct NewArea: Equatable, Sendable {
  let code: String
  let name: String
  let shape: MultiPolygon
  let mended: String?
}

/// What came of the import of a boundary file.
struct BoundaryResult: Equatable, Sendable {
  let kind: AreaKind
  let edition: Int
  /// Whether neither the file nor the user said the year, and the present one was taken.
  var isEditionAssumed = false
  /// The areas of the file.
  var areas: Int
  /// Those that are new.
  var stored: Int
  /// The system of the file's coordinates.
  let reference: String
  let codeField: String
  let nameField: String
  /// The codes of areas whose rings had to be mended, each with what was wrong.
  var mended: [Mended] = []

  struct Mended: Equatable, Sendable {
    let code: String
    let reason: String
  }
}
