/// A column whose values are written as numbers from 0: its dictionary says what they stand for.
///
/// A missing value is a value like any other: give it a code of its own.
public struct CodedColumn: Sendable, Equatable {
  /// The code of each row, under ``size``.
  public let codes: [UInt32]
  /// How many codes there are, used or not.
  public let size: Int

  /// A column of codes; `nil` where a code is not under the size.
  ///
  /// - Complexity: O(rows), a fraction of a millisecond a million.
  public init?(codes: [UInt32], size: Int) {
    var highest: UInt32 = 0
    for code in codes { highest = max(highest, code) }
    guard size >= 0, codes.isEmpty || Int(highest) < size else { return nil }
    self.codes = codes
    self.size = size
  }

  /// Codes values in the order they first appear.
  ///
  /// - Parameter values: one for each row.
  /// - Returns: the column, and its dictionary: the value of each code.
  /// - Complexity: O(rows): one look-up for each value unlike the one before.
  public static func coding<Value: Hashable>(
    _ values: some Sequence<Value>
  ) -> (column: CodedColumn, dictionary: [Value]) {
    var known: [Value: UInt32] = [:]
    var dictionary: [Value] = []
    var codes: [UInt32] = []
    codes.reserveCapacity(values.underestimatedCount)
    var last: (value: Value, code: UInt32)?
    for value in values {
      if let last, last.value == value {
        codes.append(last.code)
        continue
      }
      let code = known[value] ?? UInt32(dictionary.count)
      if code == dictionary.count {
        known[value] = code
        dictionary.append(value)
      }
      codes.append(code)
      last = (value, code)
    }
    return (CodedColumn(trusted: codes, size: dictionary.count), dictionary)
  }

  init(trusted codes: [UInt32], size: Int) {
    self.codes = codes
    self.size = size
  }
}
