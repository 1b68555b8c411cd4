internal import HTTP
internal import Kernel

/// What the law of the day refuses of an order, each at its field with its section.
struct OrderRules {
  let draft: OrderDraft
  let law: LawOfDay
  /// The sections that have been relied on, kept with the decision.
  private(set) var relied: [LawFinding] = []
  private(set) var refused: [Refusal.Entry] = []

  init(_ draft: OrderDraft, _ law: LawOfDay) {
    self.draft = draft
    self.law = law
    if draft.power.kind == .legacy {
      checkLegacy()
      return
    }
    relied = law.rules(of: draft.power)
    guard law.has(draft.power) else {
      refuse(
        "starts-day",
        "No rule in force on \(draft.term.starts.words) allows a "
          + "\(draft.power.title.lowercased()): see Law and local rules")
      return
    }
    checkAge()
    checkTest()
    checkWarning()
    checkEnd()
    checkHours()
    checkAuthorisation()
    checkMonths()
    checkHearing()
    checkYouth()
    checkRemoval()
  }

  func limit(_ limit: LawLimit) -> LawFinding? { law[draft.power, limit] }

  mutating func refuse(_ field: String, _ message: String, _ finding: LawFinding) {
    refuse(field, "\(message) (\(finding.citation))")
  }

  mutating func refuse(_ field: String, _ message: String) {
    if !refused.contains(where: { $0.field == field }) {
      refused.append(Refusal.Entry(field: field, message: message))
    }
  }

  private mutating func checkAge() {
    guard let age = draft.age else { return }
    if age < 0 { return refuse("born-day", "The day of birth is after the order") }
    if let least = limit(.minimumAge), age < least.value {
      refuse(
        "born-day", "They were \(age): it needs an age of \(least.value) or over", least)
    }
  }

  private mutating func checkTest() {
    guard let missing = draft.power.tests.first(where: { !draft.content.tests.contains($0.key) })
    else { return }
    refuse("test", "Not met: \(missing.words.lowercasedFirst) (\(missing.section))")
  }

  private mutating func checkWarning() {
    guard let rule = limit(.warningFirst), rule.value == 1 else { return }
    guard let warning = draft.warning else {
      return refuse(
        "warning", "Enter the reference of the written warning: a notice needs one first", rule)
    }
    guard warning.isProtectionWarning, warning.isOfSameSubject else {
      return refuse(
        "warning",
        "\(warning.reference) is no community protection warning to them: check the reference, the "
          + "name and the date of birth", rule)
    }
    guard let served = warning.servedAt, London.day(served) < draft.term.starts else {
      return refuse(
        "warning", "\(warning.reference) was not served before the day of the notice", rule)
    }
  }

  private mutating func checkEnd() {
    let term = draft.term
    if term.ends == nil, !draft.power.mayBeEndless(isYouth: draft.isYouth) {
      refuse("ends-day", "Enter the last day")
    }
    if let served = draft.servedAt, London.day(served) < term.starts {
      refuse("served-day", "Choose a day on or after \(term.starts.words)")
    }
    if term.endsAt <= term.startsAt { refuse("ends-day", "The end must be after the beginning") }
  }
}

extension String {
  /// The text as it stands within a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
