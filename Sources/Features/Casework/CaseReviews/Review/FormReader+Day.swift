internal import Design
internal import HTTP
internal import Kernel

extension FormReader {
  /// A day that may be left empty; a part of one, or no real day, is refused at its field.
  mutating func day(_ name: String, _ title: String, in fields: Fields) -> Day? {
    let parts = ["day", "month", "year"].map { fields["\(name)-\($0)"] ?? "" }
    guard parts.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    do throws(Refusal) { return try DateInput.day(name, title, in: fields) } catch {
      for entry in error.entries { refuse(entry.field, entry.message) }
      return nil
    }
  }
}
