/// Which source files are of, and the version of the mapping they are read by.
struct SourceVersion: Equatable, Sendable {
  /// `police-uk`, or the key of a mapping.
  let key: String
  /// The version of the mapping; 0 for street files, which have none.
  let version: Int

  /// The street files of data.police.uk.
  static let policeUK = SourceVersion(key: "police-uk", version: 0)
}
