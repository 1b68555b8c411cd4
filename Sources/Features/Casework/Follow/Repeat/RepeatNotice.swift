internal import Design
internal import Markup

/// Whether the reporter is a repeat caller, with the rule it is said by.
struct RepeatNotice: HTML {
  /// `nil` until a rule is chosen.
  let mark: (rule: RepeatRule, mark: RepeatMark?)?

  var body: some HTML {
    if let (rule, found) = mark {
      if let found {
        Notice(found.isVulnerable ? .bad : .warn) {
          p { strong { "\(found.title): \(found.reports) reports." } }
          p {
            "By rule \(rule.version): \(rule.words)."
            if found.isVulnerable { " Vulnerable: \(rule.vulnerableWords)." }
          }
        }
      } else {
        p(.class("small quiet")) { "No repeat caller by rule \(rule.version): \(rule.words)." }
      }
    } else {
      p(.class("small quiet")) {
        "Nobody has chosen yet what counts as a repeat caller, so nothing is marked."
      }
    }
  }
}
