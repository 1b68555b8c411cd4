internal import Access
internal import Design
internal import Markup
internal import Partnership

/// The fields of the rules of a conference.
struct RulesFields: HTML {
  let state: FormState

  var body: some HTML {
    TextArea("purpose", label: "What it is for", in: state, rows: 2)
    TextArea("statement", label: "Statement that everybody signs", in: state)
    TextField(
      "agenda", label: "Order of the agenda",
      hint: "Some of \(AgendaPart.allCases.map(\.rawValue).joined(separator: ", ")); actions first",
      in: state)
    number("cadence", "Days from one meeting to the next")
    number("emergency", "Days within which an urgent case is heard")
    number("research", "Days before a meeting by which organisations answer")
    number("repeat", "Months within which a further referral is a repeat; 0 for none")
    number("flag", "Months for which records stay flagged; 0 for none")
    number("case-minutes", "Minutes planned for a case")
    number("minutes-days", "Days for which the minutes are open")
    number("keep", "Months for which a case is kept once it is over")
    CheckboxField(
      "agency", legend: "Organisations that sit",
      choices: AgencyKind.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    CheckboxField(
      "role", legend: "Roles that sit",
      choices: Role.all.filter(ConferencePolicy.sitting.contains)
        .map { Choice($0.rawValue, $0.title) }, in: state)
    TextField(
      "adult-women", label: "Adult women who live in the area",
      hint: "For the rate of cases; empty where it is not counted", in: state, width: .w20,
      inputmode: "numeric")
    TextField("adult-women-source", label: "Where that figure is from", in: state)
    TextField(
      "yardstick", label: "Cases a year for every 10,000 adult women, by the yardstick",
      hint: "Empty for none", in: state, width: .w4, inputmode: "numeric")
  }

  private func number(_ name: String, _ label: String) -> some HTML {
    TextField(name, label: label, in: state, width: .w4, inputmode: "numeric")
  }
}
