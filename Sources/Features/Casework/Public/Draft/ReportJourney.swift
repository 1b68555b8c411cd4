/// Which pages a report has for its answers, and which comes next.
struct ReportJourney {
  let answers: DraftAnswers

  /// The pages that are shown, in order.
  var steps: [ReportStep] {
    let kind = answers.reportKind
    var steps: [ReportStep] = [.what]
    if kind?.exception != nil { steps.append(.isIt) }
    if kind?.isNoise == true { steps.append(.now) }
    steps.append(.where)
    if !answers.candidates.isEmpty { steps.append(.place) }
    steps += [.when, .words]
    if answers.wantsFiles == true { steps.append(.files) }
    return steps + [.people, .effect, .you, .check]
  }

  /// The first page whose answer is missing; ``ReportStep/check`` where there is none.
  var firstMissing: ReportStep { steps.first { !isPassed($0) } ?? .check }

  /// The page that comes after one that was answered.
  ///
  /// Where it was opened to change an answer, only what that change asks for comes before the check.
  func next(after step: ReportStep, isChange: Bool) -> ReportStep {
    if isChange { return firstMissing }
    if step == .files { return .people }
    let step = step == .help ? .isIt : step
    guard let place = steps.firstIndex(of: step), place + 1 < steps.count else { return .check }
    return steps[place + 1]
  }

  /// The page before; `nil` before the first.
  func previous(before step: ReportStep) -> ReportStep? {
    if step == .help { return .isIt }
    if step == .files { return .words }
    guard let place = steps.firstIndex(of: step), place > 0 else { return nil }
    return steps[place - 1]
  }

  /// Whether a page may be shown: every answer before it is there.
  func mayShow(_ step: ReportStep) -> Bool {
    let step = step == .help ? .isIt : step == .files ? .people : step
    guard let wanted = steps.firstIndex(of: step), let missing = steps.firstIndex(of: firstMissing)
    else { return false }
    return wanted <= missing
  }

  private func isPassed(_ step: ReportStep) -> Bool {
    switch step {
    case .what: answers.kind != nil
    case .isIt: answers.exception != nil
    case .now: answers.hasSeenLine
    case .where: !answers.postcode.isEmpty || !answers.placeWords.isEmpty
    case .place: answers.isPlaceSettled
    case .when: !answers.occasions.isEmpty
    case .words: !answers.narrative.isEmpty
    case .people: answers.hasPassedPeople
    case .effect: answers.hasPassedEffect
    case .files: true
    case .you: answers.identity != nil
    case .help, .check, .sent: false
    }
  }
}
