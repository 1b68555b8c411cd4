internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Made-up samples of the last three months that are over; the earlier ones are scored.
struct ProcedureDemonstration {
  private static let months = 3

  static func make(_ world: World, _ services: Services) throws {
    let now = London.instant(world.today, minute: 12 * 60 + 15)
    try services.database.bulkWrite { write in
      var generator = world.generator(for: "procedures")
      let manager = try services.people.people([.manager], write).first?.id
      let drawing = ProcedureDrawing(services: services, account: manager, now: now)
      let store = SampleStore(keyring: services.keyring)
      for back in 1...months {
        let month = world.today.month.adding(months: -back)
        let closed = try ProcedureFigures(
          closed: ProcedureFigures.days(month), at: now, write
        ).cases
        guard !closed.isEmpty else { continue }
        _ = try drawing.draw(
          Fields([("month", month.description), ("size", String(DrawForm.usual))]),
          seed: generator.next(), in: write)
        guard back > 1, let sample = try store.sample(of: month, write) else { continue }
        for checked in closed where sample.drawn.contains(checked.record.file.id) {
          let form = try form(checked, &generator)
          try store.score(form, checked, in: sample, by: manager, at: now, in: write)
        }
      }
    }
  }

  /// Mostly what the record says; now and then a manager judges otherwise and says why.
  private static func form(
    _ checked: CheckedCase, _ generator: inout SeededGenerator
  ) throws -> ScoreForm {
    let isOther = Int.random(in: 0..<100, using: &generator) < 10
    let isFollowed = checked.isFollowed != isOther
    let verdict: ProcedureScore.Verdict = isFollowed ? .followed : .notFollowed
    let note =
      isOther
      ? isFollowed
        ? "Made up: the contact was made in time and written down a day later"
        : "Made up: the contacts are there, and none of them says what was agreed" : ""
    return try ScoreForm(Fields([("verdict", verdict.rawValue), ("note", note)]), checked)
  }
}
