internal import Design
internal import HTTP
internal import Kernel

extension FormReader {
  /// A day that must be given; `nil` where it was refused.
  mutating func day(_ name: String, _ title: String, _ fields: Fields) -> Day? {
    do throws(Refusal) { return try DateInput.day(name, title, in: fields) } catch {
      for entry in error.entries { refuse(entry.field, entry.message) }
      return nil
    }
  }

  /// A day that may be left empty; `nil` where it was, or was refused.
  mutating func optionalDay(_ name: String, _ title: String, _ fields: Fields) -> Day? {
    let parts = ["day", "month", "year"].map { fields["\(name)-\($0)"] ?? "" }
    return parts.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? nil : day(name, title, fields)
  }
}
