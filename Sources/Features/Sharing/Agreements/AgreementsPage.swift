internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the list of agreements is drawn from.
struct AgreementsModel {
  let agreements: [Agreement]
  let agencies: [Agency]
  /// The first day on which shares need one.
  let needed: Day?
  let today: Day
  let mayAgree: Bool
  let state: FormState
  let csrf: String
}

/// The agreements, those due for review first, and whether each share needs one.
struct AgreementsPage: HTML {
  let model: AgreementsModel

  var body: some HTML {
    PageHead(
      "Agreements to share",
      lede: "Who agreed to share what with whom, and when that is looked at again."
    ) {
      if model.mayAgree {
        LinkButton("Write one down", to: SharingRoute.newAgreement.path, style: .line)
      }
    }
    Sheet("Agreements, the first to be reviewed first", mark: .river) {
      DataTable(
        caption: "Agreements", hidesCaption: true,
        columns: [
          .text("Agreement"), .text("Parties"), .text("Signed"), .text("Review"), .text("State"),
        ],
        rows: model.agreements.map { agreement in
          [
            .link(agreement.title, to: SharingRoute.agreement(agreement.id).path),
            .text(agreement.names(model.agencies).joined(separator: ", ")),
            .text(agreement.signedOn.words), .text(agreement.reviewOn.words),
            .html { agreement.mark(on: model.today) },
          ]
        }, empty: "No agreement is written down yet.")
    }
    Sheet("Does each share need one?") {
      p {
        if let needed = model.needed {
          needed <= model.today
            ? "Since \(needed.words) each share with an organisation of the partnership falls under an "
              + "agreement in force, which that organisation signed and which covers what is shared."
            : "From \(needed.words) each share with an organisation of the partnership must fall under "
              + "an agreement in force."
        } else {
          "No: a share may name an agreement, and need not."
        }
      }
      if model.mayAgree {
        PostForm(to: SharingRoute.agreements.path, csrf: model.csrf) {
          DateField(
            "needed", legend: "First day on which each share needs an agreement",
            hint: "Leave it empty where none is needed. Shares recorded before stay as they are.",
            in: model.state)
          SubmitButton("Save the rule", style: .line)
        }
      }
    }
  }
}

extension Agreement {
  func names(_ agencies: [Agency]) -> [String] {
    parties.map { party in
      agencies.first { $0.id == party }?.name ?? "Another organisation"
    }
  }

  func mark(on day: Day) -> StateMark {
    if isDue(on: day) { return StateMark(.warn, "Due for review") }
    return isInForce(on: day) ? StateMark(.good, "In force") : StateMark(.none, "Ended")
  }
}
