internal import Design
internal import Kernel
internal import Statistics

extension HourTable {
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The names of the bands, such as "22 to 24".
  static let bandNames = (0..<24 / band).map { index in
    "\(two(index * band)) to \(two((index + 1) * band))"
  }

  /// Which eight hours hold the most, in a sentence.
  var headline: String {
    guard let busiest else { return "No incident of these months has a time" }
    let (day, hour) = (busiest.hour / 24, busiest.hour % 24)
    let share = busiest.weight / Double(week.events) * 100
    return "\(Self.days[day]) \(Self.two(hour)):00, the eight hours from then, holds "
      + "\(NumberText.percent(share)) of incidents in 5% of the week"
  }

  var facts: [(name: String, value: String)] {
    [
      ("Counted", "\(NumberText.whole(week.events)) incidents, \(months.words)"),
      ("Known to the minute", NumberText.whole(exact)),
      (
        "Known as an interval",
        "\(NumberText.whole(week.events - exact)): each spread over its hours, weighing 1 in all"
      ),
      (
        "Of them over more than a day",
        "\(NumberText.whole(long)): they say little of the hour, and flatten the table"
      ),
      ("Without a time", "\(NumberText.whole(untimed)), left out"),
      ("Clock", "London's, as people live by it"),
    ]
  }

  private static func two(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : String(hour) }
}
