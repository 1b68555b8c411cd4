internal import Design
internal import HTTP
internal import Markup

/// The fields of the grounds of a conference, one ground after the other.
struct CriteriaFields: HTML {
  let kind: ConferenceKind
  let state: FormState

  var body: some HTML {
    h2 { "Grounds for a referral" }
    p {
      "Empty the words of a ground to end it. Referrals made on a ground keep it, whatever becomes of it here."
    }
    for ground in kind.criteria {
      CriterionRow(key: ground.key, name: "Ground “\(ground.title)”", state: state)
    }
    Disclosure("Add grounds", isOpen: CriteriaForm.added.contains(where: isTyped)) {
      for (place, key) in CriteriaForm.added.enumerated() {
        CriterionRow(key: key, name: "New ground \(place + 1)", state: state)
      }
    }
  }

  private func isTyped(_ key: String) -> Bool {
    !(state.values[CriteriaForm.field(key)] ?? "").isEmpty
  }
}

/// The fields of one ground.
private struct CriterionRow: HTML {
  let key: String
  let name: String
  let state: FormState

  var body: some HTML {
    TextField(CriteriaForm.field(key), label: name, in: state)
    TextField(
      CriteriaForm.field(key, "least"), label: "\(name): least score",
      hint: "Empty where it rests on no score", in: state, width: .w4, inputmode: "numeric")
    TextField(
      CriteriaForm.field(key, "most"), label: "\(name): highest score the instrument gives",
      hint: "Empty where that is not known", in: state, width: .w4, inputmode: "numeric")
    CheckboxField(
      CriteriaForm.field(key, "repeat"),
      label: "\(name): asks for an earlier referral of the same people", in: state)
  }
}
