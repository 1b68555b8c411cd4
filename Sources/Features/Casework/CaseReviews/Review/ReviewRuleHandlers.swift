internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the versions of the local rule, and adds one.
struct ReviewRuleHandlers {
  let visit: StaffVisit

  static let tooMany =
    "The law lets a local rule ask for fewer complaints, not for more: enter 1"

  func respond() throws -> Response {
    try CaseworkPolicy.require(.configure, visit.actor)
    guard visit.request.method == .post else { return try page(FormState()) }
    do {
      try visit.write { write in
        let number = (try ReviewRule.all(write).first?.number ?? 0) + 1
        let rule = try Self.rule(
          visit.request.form, number: number, sets: ReviewLawStore.all(write))
        try rule.add(by: visit.actor.account, at: visit.now, in: write)
        try visit.record("casework.review-rule-set", "case-review-rule/\(number)", in: write)
      }
    } catch let refusal as Refusal {
      return try page(FormState(values: visit.request.form, refusal: refusal))
    }
    return visit.redirect(
      to: ReportsRoute.reviewRule.path,
      saying: "The rule is added. Applications of earlier days keep theirs")
  }

  /// The most complaints any local rule asks for, whatever the law: as the table has it.
  private static let most = 3

  static func rule(
    _ fields: Fields, number: Int, sets: [ReviewLaw]
  ) throws(Refusal) -> ReviewRule {
    var form = FormReader(fields)
    let from = form.optionalDay("from", "First day", fields)
    if from == nil { form.refuse("from-day", "Enter the first day it holds on") }
    let floor = from.flatMap { ReviewLaw.on($0, of: sets) }?.floor.complaints ?? Self.most
    let most = min(floor, Self.most)
    let needed = whole(
      "needed", 1...most, most == 1 ? Self.tooMany : "\(Self.tooMany) to \(most)", &form, fields)
    let within = months("within", &form, fields)
    let apply = months("apply", &form, fields)
    let days = ["acknowledge", "decide", "meet", "appeal"].map { name in
      whole(
        name, 1...60, "Enter a number of working days from 1 to 60", &form, fields)
    }
    try form.finish()
    guard let from else { throw Refusal("from-day", "Enter the first day it holds on") }
    return ReviewRule(
      number: number, validFrom: from, needed: needed, withinMonths: within, applyMonths: apply,
      acknowledgeDays: days[0], decideDays: days[1], meetDays: days[2], appealDays: days[3])
  }

  private static func whole(
    _ name: String, _ range: ClosedRange<Int>, _ message: String, _ form: inout FormReader,
    _ fields: Fields
  ) -> Int {
    if let value = Int(fields[name] ?? ""), range.contains(value) { return value }
    form.refuse(name, message)
    return range.lowerBound
  }

  private static func months(
    _ name: String, _ form: inout FormReader, _ fields: Fields
  ) -> Int? {
    guard !(fields[name] ?? "").allSatisfy(\.isWhitespace) else { return nil }
    return whole(
      name, 1...24, "Enter a number of months from 1 to 24, or leave it empty", &form, fields)
  }

  private func page(_ state: FormState) throws -> Response {
    let rules = try visit.read(ReviewRule.all)
    return .html(
      Page(
        frame: visit.frame, title: "Local rule of case reviews",
        crumbs: ReviewHandlers.crumbs(for: visit.actor),
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        ReviewRulePage(rules: rules, state: state, csrf: visit.frame.csrf)
      }, status: state.refusal == nil ? 200 : 422)
  }
}

/// The versions of the local rule, and the form for the next.
struct ReviewRulePage: HTML {
  let rules: [ReviewRule]
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      "Local rule of case reviews",
      lede: "What the partnership's review procedure says beside the floor of the law.")
    Sheet("Versions") {
      DataTable(
        caption: "Versions", hidesCaption: true,
        columns: [.text("Version"), .text("From"), .text("Threshold"), .text("Working days")],
        rows: rules.map { rule in
          [
            .text(String(rule.number)), .text(rule.validFrom.words),
            .text(ReviewVerdicts.words(rule)),
            .text(
              "Acknowledge \(rule.acknowledgeDays), decide \(rule.decideDays), "
                + "meet \(rule.meetDays), appeal \(rule.appealDays)"),
          ]
        }, empty: "None is set: the floor of the law holds alone.")
    }
    Sheet("Add a version") {
      p {
        "A version holds for applications from its first day on. What was decided under an earlier one "
        "stays as it was."
      }
      PostForm(to: ReportsRoute.reviewRule.path, csrf: csrf) {
        DateField("from", legend: "First day it holds on", in: state)
        number("needed", "Complaints needed", "Never more than the law asks for.")
        number(
          "within", "Months before the application within which incidents count",
          "Leave it empty where there is no such limit. More than six widen the floor of the law too "
            + "(section 104(11)(b)).")
        number(
          "apply", "Months from the last report within which it must be applied for",
          "Leave it empty where there is no such limit. The law has none: where it refuses what the "
            + "floor grants, the page of the application says so.")
        number("acknowledge", "Working days to acknowledge an application", nil)
        number("decide", "Working days to decide on the threshold", nil)
        number("meet", "Working days to hold the review", nil)
        number("appeal", "Working days in which to appeal", nil)
        SubmitButton("Add the version")
      }
    }
  }

  private func number(_ name: String, _ label: String, _ hint: String?) -> some HTML {
    TextField(name, label: label, hint: hint, in: state, width: .w4, inputmode: "numeric")
  }
}
