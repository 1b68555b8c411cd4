import HTTP
import Kernel

/// What a sent entry form changes, and what of it is refused or has changed meanwhile.
struct EntryReading {
  private(set) var figures: [FigureChange] = []
  private(set) var comments: [(indicator: DueIndicator, words: String)] = []
  private(set) var judgements: [(indicator: DueIndicator, state: RatingState, reason: String)] = []
  private(set) var refused: [Refusal.Entry] = []
  private(set) var hasConflict = false

  /// One figure to be kept.
  struct FigureChange {
    let indicator: DueIndicator
    let due: DueFigure
    let amount: Amount
    /// Why it takes the place of another; `nil` where there was none.
    let reason: String?
  }

  private let form: Fields
  private let rights: EntryRights

  init(_ form: Fields, _ priority: DuePriority, _ rights: EntryRights) {
    self.form = form
    self.rights = rights
    for indicator in priority.indicators {
      let names = EntryFields(indicator: indicator)
      let fates = Dictionary(
        names.current.map { name, text in
          (name, FieldFate(posted: form[name], seen: form[EntryFields.seen(name)], current: text))
        }
      ) { first, _ in first }
      note(fates, in: names)
      if rights.mayEnter { readFigures(indicator, names, fates) }
      if rights.mayComment { readWords(indicator, names, fates) }
      if rights.mayJudge { readState(indicator, names, fates) }
    }
  }

  var isEmpty: Bool { figures.isEmpty && comments.isEmpty && judgements.isEmpty }
  var refusal: Refusal? { refused.isEmpty ? nil : Refusal(refused) }

  /// Says of each field in conflict what somebody else saved.
  private mutating func note(_ fates: [String: FieldFate], in names: EntryFields) {
    let title = names.indicator.member.title
    for (name, _) in names.current {
      guard case .conflict(_, let theirs)? = fates[name] else { continue }
      hasConflict = true
      let held = theirs.isEmpty ? "emptied it" : "saved “\(theirs)”"
      refuse(
        name,
        "\(title): somebody else \(held) while you typed. Yours is still here: send it again to keep it"
      )
    }
  }

  private mutating func readFigures(
    _ indicator: DueIndicator, _ names: EntryFields, _ fates: [String: FieldFate]
  ) {
    let why = FieldFate.plain(form[names.reason] ?? "")
    for due in indicator.figures {
      let fields = AmountInput.Part.allCases.map { names.figure(due.period, $0) }
      let touched = fields.contains { name in
        if case .changed? = fates[name] { true } else { false }
      }
      guard touched else { continue }
      let texts = AmountInput.Texts(
        value: text(fields[0]), numerator: text(fields[1]), denominator: text(fields[2]))
      do throws(AmountInput.Wrong) {
        guard let amount = try indicator.input.read(texts) else {
          if due.standing != nil {
            refuse(fields[0], "A figure cannot be taken away: enter the right one")
          }
          continue
        }
        if amount == due.standing?.amount { continue }
        if due.amount != nil, why.isEmpty {
          refuse(
            names.reason,
            "Say why the figure for \(due.period.words) changes: \(indicator.member.title)")
        }
        figures.append(
          FigureChange(
            indicator: indicator, due: due, amount: amount,
            reason: due.amount == nil ? nil : why))
      } catch {
        let index = AmountInput.Part.allCases.firstIndex(of: error.part) ?? 0
        let field = indicator.input.hasBase ? fields[index] : fields[0]
        refuse(field, "\(error.message): \(indicator.member.title), \(due.period.words)")
      }
    }
  }

  private mutating func readWords(
    _ indicator: DueIndicator, _ names: EntryFields, _ fates: [String: FieldFate]
  ) {
    guard case .changed(let words)? = fates[names.commentary] else { return }
    if words.isEmpty {
      refuse(names.commentary, "Commentary can be changed but not emptied")
    } else if words.count > 2000 {
      refuse(names.commentary, "Use 2,000 characters or fewer: there are \(words.count)")
    } else {
      comments.append((indicator, words))
    }
  }

  private mutating func readState(
    _ indicator: DueIndicator, _ names: EntryFields, _ fates: [String: FieldFate]
  ) {
    let isTouched = [names.state, names.stateReason].contains { name in
      if case .changed? = fates[name] { true } else { false }
    }
    guard isTouched else { return }
    let reason = text(names.stateReason)
    guard let state = RatingState(rawValue: text(names.state)) else {
      refuse(names.state, "Choose the state you set for \(indicator.member.title)")
      return
    }
    if reason.isEmpty {
      refuse(names.stateReason, "Give the reason for the state of \(indicator.member.title)")
    } else if reason.count > 500 {
      refuse(names.stateReason, "Use 500 characters or fewer: there are \(reason.count)")
    } else {
      judgements.append((indicator, state, reason))
    }
  }

  private func text(_ name: String) -> String { FieldFate.plain(form[name] ?? "") }

  private mutating func refuse(_ field: String, _ message: String) {
    if !refused.contains(where: { $0.field == field }) {
      refused.append(Refusal.Entry(field: field, message: message))
    }
  }
}
