import Glibc
public import Kernel

/// Reads CSV as bytes, in pieces of any size, without making a `String` of each value.
///
/// RFC 4180: values separated by commas, or by another byte where one is named, lines by LF or CRLF,
/// values with commas, line ends or quotation marks in quotation marks, a quotation mark inside them
/// doubled. A byte order mark at the beginning is skipped. Anything else is refused with its line and
/// column. Memory is bounded by the longest record, whatever the length of the input.
///
/// For example:
///
///     var reader = CSVReader()
///     try FileBytes.read("a.csv") { try reader.read($0) { record in … record.text(0) … } }
///     try reader.finish { record in … }
///
/// - Complexity: O(bytes); about 1 GB/s.
public struct CSVReader: ~Copyable {
  private static let piece = 1 << 18
  private let maximumRecord: Int
  private let maximumFields: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var held = 0
  private var line = 1
  private var isAtStart = true
  private var scan: CSVScan

  /// A reader at the beginning of an input.
  ///
  /// - Parameters:
  ///   - maximumRecord: bytes of the longest record accepted.
  ///   - maximumFields: values of the widest record accepted.
  ///   - separator: the byte between values, such as a tab; no quotation mark and no line's end.
  public init(
    maximumRecord: Int = 1 << 20, maximumFields: Int = 4096, separator: UInt8 = UInt8(ascii: ",")
  ) {
    self.maximumRecord = maximumRecord
    self.maximumFields = maximumFields
    capacity = maximumRecord + Self.piece + 4
    bytes = .allocate(capacity: capacity)
    scan = CSVScan(maximumFields: maximumFields, separator: separator)
  }

  deinit {
    bytes.deallocate()
    scan.deallocate()
  }

  /// Reads the next bytes and hands over each record they complete.
  ///
  /// - Throws: ``CSVProblem``, or what `each` throws; the reader is of no use afterwards.
  public mutating func read(
    _ chunk: UnsafeRawBufferPointer, _ each: (CSVRecord) throws -> Void
  ) throws {
    guard let source = chunk.baseAddress else { return }
    for start in stride(from: 0, to: chunk.count, by: Self.piece) {
      let count = min(Self.piece, chunk.count - start)
      memcpy(bytes + held, source + start, count)
      held += count
      try readHeld(isLast: false, each)
    }
  }

  /// Ends the input and hands over a last record without a line's end.
  ///
  /// - Throws: ``CSVProblem`` for a quotation mark left open, or what `each` throws.
  public mutating func finish(_ each: (CSVRecord) throws -> Void) throws {
    try readHeld(isLast: true, each)
  }

  private mutating func readHeld(isLast: Bool, _ each: (CSVRecord) throws -> Void) throws {
    var start = 0
    if isAtStart {
      guard held >= 3 || isLast else { return }
      isAtStart = false
      if held >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    }
    while start < held {
      guard let next = try scan.record(bytes, start, held, line: line, isLast: isLast) else {
        break
      }
      if next - start > maximumRecord { throw tooLong }
      try each(CSVRecord(line: line, bytes: bytes, fields: scan.fields, count: scan.count))
      line += scan.lines
      start = next
    }
    held -= start
    if start > 0 { memmove(bytes, bytes + start, held) }
    if held > maximumRecord { throw tooLong }
  }

  private var tooLong: CSVProblem {
    CSVProblem(
      line: line, column: 1,
      reason: "the record is longer than \(maximumRecord) bytes; a quotation mark may be missing.")
  }
}

/// One record; its values are of use only until the closure it was given to returns.
public struct CSVRecord {
  /// The line it begins on, from 1.
  public let line: Int
  /// How many values it has, at least 1.
  public let count: Int
  @usableFromInline let bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline let fields: UnsafeMutablePointer<CSVField>

  init(
    line: Int, bytes: UnsafeMutablePointer<UInt8>, fields: UnsafeMutablePointer<CSVField>,
    count: Int
  ) {
    self.line = line
    self.bytes = bytes
    self.fields = fields
    self.count = count
  }

  /// The bytes of a value, without its quotation marks; empty for one that is not there.
  @inlinable
  public subscript(_ index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let field = fields[index]
    return UnsafeRawBufferPointer(start: bytes + field.start, count: field.end - field.start)
  }

  /// A value as text; bytes that are not UTF-8 become U+FFFD.
  public func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// All values as text.
  public var texts: [String] { (0..<count).map(text) }

  /// Whether the line is empty.
  public var isBlank: Bool { count == 1 && self[0].isEmpty }
}

/// Where a value lies in the reader's bytes.
@usableFromInline
struct CSVField {
  @usableFromInline var start: Int
  @usableFromInline var end: Int
  var hasDoubledQuotes: Bool
}

/// CSV that cannot be read, with the place.
public struct CSVProblem: Problem, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The byte in the line, from 1.
  public let column: Int
  /// What is wrong, as a sentence that begins small.
  public let reason: String

  /// The place and what is wrong; the caller names the file.
  public var message: String { "Line \(line), column \(column): \(reason)" }
  /// 422.
  public var status: Int { 422 }
}
