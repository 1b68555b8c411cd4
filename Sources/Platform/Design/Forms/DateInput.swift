public import HTTP
public import Kernel

/// Reads a ``DateField`` and says which part is missing or wrong.
public enum DateInput {
  /// The day of a date field, or a refusal in the field's own words.
  ///
  ///     try DateInput.day("met", "Date of the meeting", in: request.form)
  ///     // "Date of the meeting must include a year", linked to the field of the year
  ///
  /// Months may be written as numbers or names; years in full.
  public static func day(
    _ name: String, _ title: String, in fields: Fields
  ) throws(Refusal) -> Day {
    let texts = ["day", "month", "year"].map { (part: $0, text: text("\(name)-\($0)", in: fields)) }
    let missing = texts.filter(\.text.isEmpty).map(\.part)
    if missing.count == 3 { throw Refusal("\(name)-day", "Enter the \(lowered(title))") }
    if let first = missing.first {
      let words = missing.map { "a \($0)" }.joined(separator: " and ")
      throw Refusal("\(name)-\(first)", "\(title) must include \(words)")
    }
    guard let day = number(texts[0].text), (1...31).contains(day) else {
      throw Refusal("\(name)-day", "The day of the \(lowered(title)) must be from 1 to 31")
    }
    guard let month = month(texts[1].text) else {
      throw Refusal("\(name)-month", "The month of the \(lowered(title)) must be from 1 to 12")
    }
    guard let year = number(texts[2].text), (1000...9999).contains(year) else {
      throw Refusal("\(name)-year", "The year of the \(lowered(title)) must have four figures")
    }
    guard let result = Day(year: year, month: month, day: day) else {
      throw Refusal("\(name)-day", "\(title) must be a real date: that month has fewer days")
    }
    return result
  }

  /// The values that show a day in its field.
  public static func fields(_ name: String, _ day: Day) -> [(String, String)] {
    let civil = day.civil
    return [
      ("\(name)-day", String(civil.day)), ("\(name)-month", String(civil.month)),
      ("\(name)-year", String(civil.year)),
    ]
  }
}

private func text(_ name: String, in fields: Fields) -> String {
  String((fields[name] ?? "").filter { !$0.isWhitespace })
}

private func number(_ text: String) -> Int? {
  text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}

private func month(_ text: String) -> Int? {
  if let number = number(text) { return (1...12).contains(number) ? number : nil }
  guard text.count >= 3 else { return nil }
  let name = text.lowercased()
  return Month.names.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
}

/// Words as they stand within a sentence.
func lowered(_ title: String) -> String {
  title.prefix(1).lowercased() + title.dropFirst()
}
