internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The organisations a case was given to, with why, on what ground and until when.
struct CasePartiesSheet: HTML {
  let model: CaseModel

  private var partners: CasePartners { model.partners }

  var body: some HTML {
    Sheet("Organisations", id: "parties") {
      DataTable(
        caption: "Organisations that are parties to the case", hidesCaption: true,
        columns: [
          .text("Organisation"), .text("What for"), .text("Ground"), .text("From and until"),
        ],
        rows: partners.parties.map(row),
        empty: "The case is given to no other organisation.")
      p(.class("quiet")) {
        partners.hidesReporters
          ? "Parties read nothing of those who suffer or tell of it, and no contact: a reporter asked "
            + "not to be named, or no report says."
          : "Parties read who suffers or tells of it, contacts, and notes that are not kept for us."
      }
      if model.file.state != .closed { adding }
      if !partners.open.isEmpty { ending }
      OtherShares(partners: partners, agencies: model.agencies)
    }
  }

  private func row(_ party: CaseParty) -> DataTable.Row {
    let content = party.content.reveal(for: "page of the case")
    return [
      .text(model.agency(party.organisation)), .text(content.purpose),
      .html { PartyGround(party: party, share: partners.share(of: party)) },
      .html {
        StateMark(party.isOpen(at: model.now) ? .good : .none, state(party))
        br()
        span(.class("small quiet")) {
          "From \(London.day(party.since).words)"
          if !content.ending.isEmpty { ". \(content.ending)" }
        }
      },
    ]
  }

  private func state(_ party: CaseParty) -> String {
    guard let last = party.lastDay else { return "No last day set" }
    return party.isOpen(at: model.now) ? "Until \(last.words)" : "Ended \(last.words)"
  }

  private var adding: some HTML {
    let state = model.state(of: .party)
    let open = Set(partners.open.map(\.organisation))
    return Disclosure("Give the case to an organisation", isOpen: model.isOpen(.party)) {
      CaseForm(model, .party) {
        SelectField(
          "party", label: "Organisation",
          choices: model.agencies.filter { !open.contains($0.id) }.map {
            Choice($0.id.description, $0.name)
          }, empty: "Choose an organisation", in: state)
        ShareTermsFields(partners.choices, in: state)
        RadioField(
          "earlier", legend: "Does it read what was written before today?",
          choices: EarlierWords.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        SubmitButton("Give it the case", style: .line)
      }
    }
  }

  private var ending: some HTML {
    let state = model.state(of: .partyEnd)
    return Disclosure("End it for an organisation", isOpen: model.isOpen(.partyEnd)) {
      CaseForm(model, .partyEnd) {
        SelectField(
          "ended", label: "Organisation that is a party",
          choices: partners.open.map {
            Choice($0.id.description, model.agency($0.organisation))
          }, empty: "Choose an organisation", in: state)
        DateField(
          "ends", legend: "Last day for it", hint: "Today ends it at once.", in: state)
        TextField("ending", label: "Why it ends", in: state)
        SubmitButton("End it", style: .line)
      }
    }
  }
}

/// What organisations wrote that nobody has read yet.
struct AnswersNotice: HTML {
  let model: CaseModel

  private var unread: [CaseEntry] {
    model.entries.filter { model.partners.answers.unread.contains($0.id) }
  }

  var body: some HTML {
    if let last = unread.map(\.id).max() {
      Notice(.warn) {
        p { strong { "Organisations wrote, and nobody has read it yet." } }
        ul {
          for entry in unread {
            li { "\(model.author(of: entry)): \(entry.words.reveal(for: "page of the case"))" }
          }
        }
        CaseForm(model, .answersRead) {
          SubmitButton("I have read this", style: .small, name: "seen", value: last.description)
        }
      }
    }
  }
}
