import Kernel

/// When in the week things happen in the demonstration's borough.
struct IncidentHours {
  private let nightOut: WeightedChoice
  private let home: WeightedChoice
  private let shopping: WeightedChoice
  private let day: WeightedChoice
  private let parked: WeightedChoice

  init() {
    func week(_ weight: (_ weekday: Int, _ hour: Int) -> Double) -> WeightedChoice {
      WeightedChoice((1...7).flatMap { day in (0..<24).map { weight(day, $0) } })
    }
    // Friday and Saturday nights, which end on Saturday and Sunday mornings.
    nightOut = week { day, hour in
      switch hour {
      case 20...23: [0.5, 0.5, 0.7, 1.2, 3.5, 4, 0.8][day - 1] * (hour == 20 ? 0.6 : 1)
      case 0...3: [0.7, 0.4, 0.4, 0.6, 1, 4, 4.5][day - 1] * (hour == 3 ? 0.5 : 1)
      default: 0
      }
    }
    home = week { day, hour in (day < 6 ? 1.3 : 0.8) * ((9...16).contains(hour) ? 2.2 : 0.7) }
    shopping = week { day, hour in (9...19).contains(hour) ? (day == 6 ? 1.6 : 1) : 0 }
    day = week { _, hour in
      switch hour {
      case 2...6: 0.25
      case 7...13: 0.9
      case 14...19: 1.5
      default: 1
      }
    }
    parked = week { _, hour in (7...19).contains(hour) ? 0.5 : 1.5 }
  }

  /// A day of a month and a minute of it.
  func draw(
    _ setting: IncidentKind.Setting, isNight: Bool, _ month: Month,
    _ generator: inout SeededGenerator
  ) -> (day: Day, minute: Int) {
    let hours =
      switch setting {
      case _ where isNight: nightOut
      case .crowd: day
      case .shops: shopping
      case .homes: home
      case .kerb: parked
      }
    let days = month.lastDay.number - month.firstDay.number + 1
    let (weekday, hour) = hours.draw(&generator).quotientAndRemainder(dividingBy: 24)
    let first = (weekday + 1 - month.firstDay.weekday + 7) % 7
    let weeks = (days - first + 6) / 7
    let number = first + 7 * Int.random(in: 0..<weeks, using: &generator)
    return (
      month.firstDay.adding(days: number), hour * 60 + Int.random(in: 0..<60, using: &generator)
    )
  }
}
