extension OrderRules {
  /// What comes before an order against somebody under 18.
  mutating func checkYouth() {
    guard draft.isYouth else { return }
    if let rule = limit(.youthTeam), rule.value == 1, !draft.asksYouthTeam {
      refuse("youth-team", draft.power.youthTeamMissing, rule)
    }
    guard let rule = limit(.supportFirst), rule.value == 1 else { return }
    switch draft.content.support {
    case nil: refuse("support", "Say whether support was offered first", rule)
    case .accepted, .declined: break
    case .urgent:
      if draft.content.supportReason.isEmpty {
        refuse("support-reason", "Enter why it could not wait", rule)
      }
      if draft.supportReview == nil {
        refuse("support-review-day", "Enter the day support is looked at again", rule)
      }
      if let review = draft.supportReview, review < draft.term.starts {
        refuse("support-review-day", "Choose a day on or after the order", rule)
      }
    }
  }
}
