internal import Design
internal import Kernel
internal import Markup

/// The two answers side by side: the floor of the law, and the partnership's own rule.
struct ReviewVerdicts: HTML {
  let model: ReviewModel

  private var verdict: ReviewVerdict { model.verdict }
  private var law: ReviewLaw { verdict.law }
  private var months: Int { law.floor.months(model.rule) }

  var body: some HTML {
    if verdict.conflicts {
      Notice(.warn) {
        h2 { "The two answers differ. This application cannot be refused." }
        p {
          "The law sets a floor. A local rule may be easier to meet than the floor, never harder. "
          "Hold a review, and have the local rule corrected."
        }
      }
    }
    div(.class("verdicts")) {
      Verdict(isMet: verdict.isFloorMet, title: "The floor set by law") {
        p {
          "At least \(verdict.needed) complaints, each made within the "
          "\(Self.beginning(law.floor.reportMonths)) the day it happened, and the application within the "
          "\(Self.beginning(months)) the complaint."
        }
        p { strong { Self.count(verdict, of: model.complaints.count) } }
        if verdict.incidents < verdict.complaints {
          p {
            "They are about \(Self.incidents(verdict.incidents)). Whether one incident told to several "
            "bodies counts once, the bodies decide by their published procedure (section 104(12)): the "
            "larger number holds here, in favour of the applicant."
          }
        }
        p(.class("small quiet")) {
          "\(law.source), \(law.section)"
          if months > law.floor.applyMonths { ", with the months of your own procedure" }
          "."
        }
      }
      if let local = verdict.local, let rule = model.rule {
        Verdict(isMet: local.isMet, title: "The local rule") {
          p { Self.words(rule) }
          p { strong { "\(Self.incidents(local.incidents)) of \(local.needed) needed." } }
          if let last = local.applyBy {
            p {
              "Counted from the last report, the last day to apply was \(last.words)."
              if local.daysLate > 0 { " The application came \(Self.days(local.daysLate)) later." }
            }
          }
          p(.class("small quiet")) {
            "Local procedure, version \(rule.number), in force from \(rule.validFrom.words)."
          }
        }
      }
    }
  }

  private static func count(_ verdict: ReviewVerdict, of all: Int) -> String {
    "\(verdict.complaints) of \(all) \(all == 1 ? "complaint counts" : "complaints count"). "
      + "\(verdict.needed) \(verdict.needed == 1 ? "is" : "are") needed."
  }

  /// The floor's answer in a sentence or two; `all` complaints were made.
  static func words(_ verdict: ReviewVerdict, _ all: Int) -> String {
    let about =
      verdict.incidents < verdict.complaints
      ? " They are about \(incidents(verdict.incidents)); the larger number holds." : ""
    return "\(verdict.isFloorMet ? "Met." : "Not met.") \(count(verdict, of: all))\(about)"
  }

  /// The local rule's answer in a sentence or two.
  static func words(_ local: ReviewVerdict.LocalAnswer, _ rule: ReviewRule) -> String {
    let late =
      local.daysLate > 0 ? " The application came \(days(local.daysLate)) too late for it." : ""
    return "\(local.isMet ? "Met." : "Not met.") It asks for \(words(rule)) "
      + "\(incidents(local.incidents)) counted.\(late)"
  }

  static func words(_ rule: ReviewRule) -> String {
    let within = rule.withinMonths.map { " reported within \(months($0)) of the application" } ?? ""
    let apply =
      rule.applyMonths.map { ", and the application within \(months($0)) of the last report" } ?? ""
    return "\(incidents(rule.needed))\(within)\(apply)."
  }

  private static func incidents(_ count: Int) -> String {
    "\(count) separate \(count == 1 ? "incident" : "incidents")"
  }

  private static func months(_ count: Int) -> String {
    "\(count) \(count == 1 ? "month" : "months")"
  }

  /// Such as "month beginning with".
  private static func beginning(_ months: Int) -> String {
    months == 1 ? "month beginning with" : "\(months) months beginning with"
  }

  private static func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }
}

private struct Verdict<Content: HTML>: HTML {
  let isMet: Bool
  let title: String
  let content: Content

  init(isMet: Bool, title: String, @HTMLBuilder content: () -> Content) {
    self.isMet = isMet
    self.title = title
    self.content = content()
  }

  var body: some HTML {
    section(.class(isMet ? "verdict good" : "verdict bad")) {
      StateMark(isMet ? .good : .bad, isMet ? "Met" : "Not met")
      h2 { title }
      content
    }
  }
}
