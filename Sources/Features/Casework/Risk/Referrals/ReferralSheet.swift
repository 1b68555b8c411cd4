internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The referrals of a case, and the forms that send one and record its answer.
struct ReferralSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Referrals", id: "referrals") {
      DataTable(
        caption: "Referrals", hidesCaption: true,
        columns: [
          .text("Organisation"), .text("What for"), .text("Ground"), .text("Due"), .text("Answer"),
        ], rows: model.referrals.map(row), empty: "There are none.")
      if model.file.state != .closed {
        refer
        if model.referrals.contains(where: { $0.answer == nil }) { answer }
      }
      ReferralLinks(model: model)
    }
  }

  private var people: [CasePerson] { model.people + model.subjects }

  private func name(_ id: ID<CasePerson>?) -> String? {
    people.first { $0.id == id }?.content.reveal(for: "page of the case").name
  }

  private func row(_ referral: CaseReferral) -> DataTable.Row {
    let content = referral.content.reveal(for: "page of the case")
    return [
      .text(model.agency(referral.organisation)),
      .text([name(referral.person), content.purpose].compactMap(\.self).joined(separator: ": ")),
      .html {
        if let share = model.partners.share(referral.share) {
          ShareSections(share: share)
        } else if let earlier = referral.earlier {
          "\(earlier.title). \(content.basis)"
        }
      }, .text(referral.due.words),
      .html {
        if let answer = referral.answer {
          StateMark(answer == .accepted ? .good : .warn, answer.title)
          br()
          span(.class("small quiet")) {
            [referral.answeredAt.map { London.day($0).words } ?? "", content.answer]
              .filter { !$0.isEmpty }.joined(separator: ": ")
          }
        } else {
          StateMark(
            referral.isLate(at: model.now) ? .bad : .none,
            referral.isLate(at: model.now) ? "Late: ask them" : "Waiting")
          if let asked = model.asked(referral) {
            br()
            span(.class("small quiet")) {
              "\(London.day(asked).words): they ask something. It stands in the story"
            }
          }
        }
      },
    ]
  }

  private var refer: some HTML {
    let state = model.state(of: .referral)
    return Disclosure("Refer to an organisation", isOpen: model.isOpen(.referral)) {
      CaseForm(model, .referral) {
        SelectField(
          "refer-to", label: "Which organisation",
          choices: model.agencies.map { Choice($0.id.description, $0.name) },
          empty: "Choose an organisation", in: state)
        if !people.isEmpty {
          SelectField(
            "refer-person", label: "About whom",
            choices: people.map {
              Choice($0.id.description, $0.content.reveal(for: "choice of a person").name)
            }, empty: "The case as a whole", in: state)
        }
        TextArea("refer-purpose", label: "What for", in: state, rows: 3)
        ShareFurtherFields(
          model.partners.choices, .telling(by: "the referral"), prefix: ReferralForm.prefix,
          in: state)
        DateField(
          "refer-due", legend: "Day by which they answer",
          hint: "The share ends with it, or with the answer.", in: state)
        SubmitButton("Keep the referral", style: .line)
      }
    }
  }

  private var answer: some HTML {
    let state = model.state(of: .referralAnswer)
    return Disclosure("Record an answer", isOpen: model.isOpen(.referralAnswer)) {
      CaseForm(model, .referralAnswer) {
        SelectField(
          "referral", label: "Which referral",
          choices: model.referrals.filter { $0.answer == nil }.map { referral in
            Choice(
              referral.id.description,
              "\(model.agency(referral.organisation)), due \(referral.due.words)")
          }, empty: "Choose a referral", in: state)
        RadioField(
          "answer", legend: "What did they answer?",
          choices: ReferralAnswer.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        TextField(
          "answer-words", label: "Their reason, or who takes it",
          hint: "Needed where they declined.",
          in: state)
        SubmitButton("Record the answer", style: .line)
      }
    }
  }
}
