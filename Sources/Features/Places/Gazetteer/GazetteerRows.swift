internal import Access
internal import Geography
internal import Kernel

/// One postcode of a file.
struct PostcodeRow: Equatable, Sendable {
  let postcode: Postcode
  let point: GridPoint
  /// The file's indicator of how well the point is known: 10 is best in Code-Point Open, 1 in the
  /// ONS directory; 0 where it says nothing.
  let quality: Int
  /// Codes of the ward and the district the file gives; empty where it gives none.
  let ward: String
  let district: String
  /// The month it was ended, such as `2019-04`; `nil` while it lives.
  let ended: String?
}

/// One street of a file.
struct StreetRow: Equatable, Sendable {
  let name: String
  /// Where it lies in words, such as a ward or a town; may be empty.
  let locality: String
  let point: GridPoint
}

/// A file as its rows are known by it.
struct SourceFile: Equatable, Sendable {
  let name: String
  let hash: [UInt8]
  let account: ID<Account>?
  /// Rows of the file, and those without a place.
  var read = 0
  var unplaced = 0
}

/// What came of the import of people, postcodes or streets.
struct RowsResult: Equatable, Sendable {
  var read = 0
  /// Rows that are new.
  var stored = 0
  /// Rows that took another's place.
  var replaced = 0
  /// Rows without coordinates, left out.
  var unplaced = 0
  /// Rows of files whose content the store had already.
  var alreadyKnown = 0
  /// Whether the file was imported before and nothing was changed.
  var isKnown = false
}
