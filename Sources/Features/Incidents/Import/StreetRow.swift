internal import Documents

/// One row of a street file; its bytes last only as long as the call that hands it over.
struct StreetRow {
  let record: CSVRecord

  /// How many fields the row has.
  var count: Int { record.count }

  /// One field.
  @inline(__always)
  subscript(_ column: StreetColumn) -> UnsafeRawBufferPointer { record[column.rawValue] }

  /// A field as text, for dictionaries; read only when it is met for the first time.
  func text(_ column: StreetColumn) throws(RowRefusal) -> String {
    let bytes = self[column]
    guard bytes.count <= 200 else { throw RowRefusal(.tooLong(column)) }
    guard let text = String(validating: bytes, as: UTF8.self),
      !text.utf8.contains(where: { $0 < 32 })
    else { throw RowRefusal(.notText(column)) }
    return text
  }
}
