internal import Design
internal import HTTP
internal import Kernel

/// A date of birth that may be left out.
enum BirthDate {
  /// The day of a date field; `nil` where all its parts are empty or it is refused.
  static func read(
    _ fields: Fields, _ form: inout FormReader, name: String = "born"
  ) -> Day? {
    let parts = ["-day", "-month", "-year"].map { name + $0 }
    guard parts.contains(where: { !(fields[$0] ?? "").isEmpty }) else { return nil }
    do throws(Refusal) { return try DateInput.day(name, "Date of birth", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return nil
    }
  }
}
