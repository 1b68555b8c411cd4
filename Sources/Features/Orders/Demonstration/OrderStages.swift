internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A case an order of the demonstration fits.
struct OrderSample {
  let name: String
  let born: Day?
  let place: String?
  let cases: [Reference]
}

/// The stages that chance makes none of, near today: not served, to begin, varied, extended, too urgent to
/// wait; and orders that name cases.
extension Demonstration {
  private func sketch(_ power: Power) -> OrderSketch? {
    OrderSketch.all.first { $0.power == power }
  }

  private mutating func add(
    _ power: Power, _ days: Int, _ place: Int, in write: Write,
    adjust: (inout OrderDraft) -> Void = { _ in }
  ) throws -> Order? {
    guard let sketch = sketch(power),
      let reference = try add(
        sketch, on: world.today.adding(days: days), place, in: write, adjust: adjust)
    else { return nil }
    return try store.find(reference, write)
  }

  mutating func makeStages(in write: Write) throws {
    for power in [Power.warning, .protectionWarning, .protectionNotice] {
      _ = try add(power, -2, 3, in: write) { $0.servedAt = nil }
    }
    _ = try add(.publicSpaces, 14, 2, in: write)
    // Ends within the weeks that the diary looks ahead.
    _ = try add(.acceptableBehaviour, -168, 2, in: write)
    _ = try add(.injunction, 7, 4, in: write)
    _ = try add(.expeditedPublicSpaces, -20, 0, in: write)
    let review = world.today.adding(days: 6)
    _ = try add(.dispersal, -1, 1, in: write) { draft in
      draft.content.support = .urgent
      draft.content.supportReason = "Made up for the demonstration: a fight had begun"
      draft.supportReview = review
    }
    let work = OrderWork(
      services: services, account: officer, now: London.instant(world.today, minute: 12 * 60))
    if let closed = try add(.closureOrder, -70, 5, in: write), let last = closed.term.ends {
      try work.change(.varied, closed, varied(to: last.adding(days: 40)), in: write)
    }
    if let spaces = try add(.publicSpaces, -1070, 0, in: write), let last = spaces.term.ends {
      try work.change(.varied, spaces, varied(to: last.adding(days: 730)), in: write)
    }
    try breakLately(in: write)
    if let notice = try add(.closureNotice, -1, 3, in: write) {
      let fields =
        DateInput.fields("extended", world.today.adding(days: 1)) + [
          ("extended-time", "10:00"), ("extension-authoriser", "superintendent"),
          ("extension-reason", "Made up for the demonstration: the hearing is at ten"),
        ]
      try work.change(.extended, notice, Fields(fields), in: write)
    }
  }

  /// Breaches of the last days, which wait for a decision.
  mutating func breakLately(in write: Write) throws {
    let breaches = BreachStore(keyring: store.keyring)
    for (power, ago) in [
      (Power.injunction, 1), (.acceptableBehaviour, 3), (.protectionNotice, 6), (.injunction, 9),
    ] {
      guard let order = try add(power, -40 - ago, 2, in: write) else { continue }
      let day = world.today.adding(days: -ago)
      try breaches.add(
        Sensitive("Made up for the demonstration: seen by the warden"), on: day, of: order.id,
        by: officer, at: London.instant(day, minute: 12 * 60), in: write)
    }
  }

  /// What was to be seen to was dealt with on its day, but for the last days.
  func dealWithPast(in write: Write) throws {
    let past = world.today.adding(days: -Self.lateDays)
    try write.run(
      "UPDATE orders_due SET settled_on = due_on WHERE settled_on IS NULL AND due_on < \(past)")
  }

  private func varied(to day: Day) -> Fields {
    let words = "Made up for the demonstration: it goes on"
    return Fields(
      DateInput.fields("until", day) + [
        ("reason", words), ("variation-rights", "Peaceful assembly and protest are not restricted"),
        ("variation-consultees", "Thornmere Constabulary, the Commissioner, residents"),
      ] + Power.publicSpaces.variationTests(extends: true).map { ("variation-test", $0.key) })
  }

  /// Orders against those complained of in cases, where and after the case was opened; the last names two.
  mutating func nameCases(in write: Write) throws {
    let powers: [Power] = [
      .warning, .acceptableBehaviour, .protectionWarning, .injunction, .communityRemedy, .warning,
    ]
    let samples = try services.cases.samples(60, services, write)
    let fitting = samples.filter { $0.opened.adding(days: 10) <= world.today }
    for (number, (power, sample)) in zip(powers, fitting).enumerated() {
      guard let sketch = sketch(power) else { continue }
      var cases = [sample.reference]
      if number == powers.count - 1, let other = fitting.dropFirst(powers.count).first {
        cases.append(other.reference)
      }
      let purpose: StaticString = "a demonstration that fits its cases"
      let fit = OrderSample(
        name: sample.name.reveal(for: purpose), born: sample.born.reveal(for: purpose),
        place: sample.place.reveal(for: purpose), cases: cases)
      _ = try add(
        sketch, on: sample.opened.adding(days: 8), number * 4, fitting: fit, in: write)
    }
  }
}
