import Kernel
import Partnership

/// The text that asks a late agency for its return; somebody copies and sends it.
enum ChaseLetter {
  static func words(_ expected: ExpectedReturn, on today: Day, address: String) -> String {
    let late = expected.daysLate(on: today)
    let due =
      late > 0
      ? "was due on \(expected.dueDay.words), \(late) \(late == 1 ? "day" : "days") ago"
      : "is due on \(expected.dueDay.words)"
    let missing = expected.lines.filter { $0.standing == nil }
    let titles = missing.reduce(into: [String]()) { titles, line in
      if !titles.contains(line.member.title) { titles.append(line.member.title) }
    }
    return """
      To: \(expected.agency.name)
      About: your figures for \(expected.period.words)

      The return for \(expected.period.words) \(due). \
      \(missing.count) \(missing.count == 1 ? "figure is" : "figures are") missing:

      \(titles.map { "- \($0)" }.joined(separator: "\n"))

      Please fill in the form at \(address) and send it back there. If a figure cannot be given, \
      tell us why, so that we can say so when we publish.
      """
  }
}
