/// Finds the values of one record in bytes.
struct CSVScan {
  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")
  private let maximumFields: Int
  private let separator: UInt8
  /// No byte above it matters.
  private let highest: UInt8
  private(set) var fields: UnsafeMutablePointer<CSVField>
  private(set) var count = 0
  /// Lines of the record found last.
  private(set) var lines = 1
  private var lineStart = 0
  private var line = 1

  init(maximumFields: Int, separator: UInt8) {
    self.maximumFields = maximumFields
    self.separator = separator
    highest = max(separator, Self.quote)
    fields = .allocate(capacity: maximumFields)
  }

  func deallocate() { fields.deallocate() }

  /// Finds the record that begins at `start`.
  ///
  /// - Returns: where the next begins; `nil` when more bytes are needed.
  mutating func record(
    _ bytes: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, line: Int, isLast: Bool
  ) throws(CSVProblem) -> Int? {
    (count, lines, lineStart, self.line) = (0, 1, start, line)
    var at = start
    var hasDoubled = false
    while true {
      var field = CSVField(start: at, end: at, hasDoubledQuotes: false)
      if at < end, bytes[at] == Self.quote {
        guard let closed = try closingQuote(bytes, &field, end, isLast) else { return nil }
        hasDoubled = hasDoubled || field.hasDoubledQuotes
        at = closed + 1
      } else {
        // Letters and digits lie above a comma; all that matters lies at or under it.
        while at < end {
          let byte = bytes[at]
          if byte <= highest, matters(byte) { break }
          at += 1
        }
        field.end = at
      }
      if count == maximumFields {
        throw problem(field.start, "the record has more than \(maximumFields) values.")
      }
      fields[count] = field
      count += 1
      if at < end, bytes[at] == separator {
        at += 1
        continue
      }
      guard let next = try lineEnd(bytes, at, end, isLast) else { return nil }
      if hasDoubled { undouble(bytes) }
      return next
    }
  }

  @inline(__always)
  private func matters(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lf || byte == Self.cr || byte == Self.quote || byte == 0
  }

  /// Finds the quotation mark that closes a value; `nil` when more bytes are needed.
  private mutating func closingQuote(
    _ bytes: UnsafeMutablePointer<UInt8>, _ field: inout CSVField, _ end: Int, _ isLast: Bool
  ) throws(CSVProblem) -> Int? {
    let opening = (at: field.start, line: line, lineStart: lineStart)
    var at = field.start + 1
    field.start = at
    while at < end {
      if bytes[at] == Self.lf {
        lines += 1
        line += 1
        lineStart = at + 1
      } else if bytes[at] == Self.quote {
        if at + 1 == end, !isLast { return nil }
        guard at + 1 < end, bytes[at + 1] == Self.quote else {
          field.end = at
          return at
        }
        field.hasDoubledQuotes = true
        at += 1
      }
      at += 1
    }
    guard isLast else { return nil }
    (line, lineStart) = (opening.line, opening.lineStart)
    throw problem(opening.at, "the quotation mark opened here is never closed.")
  }

  /// Takes the line's end after a value; `nil` when more bytes are needed.
  private func lineEnd(
    _ bytes: UnsafeMutablePointer<UInt8>, _ at: Int, _ end: Int, _ isLast: Bool
  ) throws(CSVProblem) -> Int? {
    guard at < end else { return isLast ? at : nil }
    switch bytes[at] {
    case Self.lf: return at + 1
    case Self.cr:
      guard at + 1 < end else { return isLast ? at + 1 : nil }
      if bytes[at + 1] == Self.lf { return at + 2 }
      throw problem(at, "a carriage return without a line feed; lines must end in LF or CRLF.")
    case 0: throw problem(at, "a zero byte; this is not a CSV file.")
    case Self.quote:
      throw problem(at, "a quotation mark inside a value that is not in quotation marks.")
    default: throw problem(at, "text after the closing quotation mark of a value.")
    }
  }

  /// Takes out the second of each doubled quotation mark.
  private mutating func undouble(_ bytes: UnsafeMutablePointer<UInt8>) {
    for index in 0..<count where fields[index].hasDoubledQuotes {
      var (from, to) = (fields[index].start, fields[index].start)
      while from < fields[index].end {
        bytes[to] = bytes[from]
        from += bytes[from] == Self.quote ? 2 : 1
        to += 1
      }
      fields[index].end = to
    }
  }

  private func problem(_ at: Int, _ reason: String) -> CSVProblem {
    CSVProblem(line: line, column: at - lineStart + 1, reason: reason)
  }
}
