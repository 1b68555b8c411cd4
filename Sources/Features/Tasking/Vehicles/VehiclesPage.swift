internal import Access
internal import Design
internal import Kernel
internal import Markup

/// The restricted list: what is on it, what is proposed, and the ways to ask and to propose.
struct VehiclesPage: HTML {
  let model: VehiclesModel

  var body: some HTML {
    Handling(note: "Each reading of this list is recorded with its reader.")
    PageHead(
      "Vehicles of interest",
      lede: "At most \(VehicleEntry.most), each with purpose, grading, authoriser and last day."
    ) {
      if model.maySeeTrail {
        LinkButton("Who used the list", to: VehicleRoute.trail(before: nil).path)
      }
    }
    if let found = model.found {
      Notice(found.isFound ? .warn : .plain) {
        p {
          found.isFound
            ? "That vehicle is on the list or proposed for it: see below."
            : "That vehicle is not on the list."
        }
      }
    }
    Sheet("On the list", mark: .river) {
      VehicleTable(entries: model.entries.filter(\.isInForce), names: model.names) { entry in
        if model.mayRemove {
          EntryForm(entry: entry, act: "remove", title: "Take off", csrf: model.csrf)
        }
      }
    }
    Sheet("Proposed: not printed until a manager authorises it") {
      VehicleTable(
        entries: model.entries.filter { !$0.isInForce }, names: model.names,
        empty: "Nothing is proposed."
      ) { entry in
        if model.mayAuthorise, entry.proposedBy != model.actor {
          EntryForm(entry: entry, act: "authorise", title: "Authorise", csrf: model.csrf)
        }
        if model.mayRemove {
          EntryForm(entry: entry, act: "remove", title: "Take off", csrf: model.csrf)
        }
      }
    }
    Sheet("Is a vehicle on the list?") {
      PostForm(to: VehicleRoute.list.path, csrf: model.csrf) {
        TextField(
          "wanted", label: "Registration mark", hint: "That you asked is recorded",
          in: model.state, width: .w8, autocomplete: "off")
        SubmitButton("Look it up", style: .line, name: "act", value: "find")
      }
    }
    if model.mayPropose { ProposalForm(model: model) }
  }
}

/// One act on one entry.
private struct EntryForm: HTML {
  let entry: VehicleEntry
  let act: String
  let title: String
  let csrf: String

  var body: some HTML {
    PostForm(to: VehicleRoute.entry(entry.id).path, csrf: csrf) {
      button(
        .class("btn line sm nowrap"), .type(.submit), .name("act"), .value(act)
      ) {
        title
        span(.class("hide")) { " entry \(entry.id)" }
      }
    }
  }
}

/// Vehicles in rows, each with what may be done with it.
struct VehicleTable<Actions: HTML>: HTML {
  let entries: [VehicleEntry]
  let names: [ID<Account>: String]
  var empty = "No vehicle is on the list."
  @HTMLBuilder let actions: (VehicleEntry) -> Actions

  var body: some HTML {
    DataTable(
      caption: "Vehicles", hidesCaption: true,
      columns: [
        .text("Mark"), .text("Purpose"), .text("Grading, 3x5x2"), .text("Authorised by"),
        .text("Last day"),
      ], rows: entries.map(row), empty: empty)
  }

  private func row(_ entry: VehicleEntry) -> DataTable.Row {
    let conditions = entry.conditions.reveal(for: "restricted list")
    return [
      .html {
        span(.class("ref")) { NumberPlate.spaced(entry.plate.reveal(for: "restricted list")) }
      },
      .html {
        entry.purpose.reveal(for: "restricted list")
        if !conditions.isEmpty {
          br()
          span(.class("small")) { "Conditions: \(conditions)" }
        }
      },
      .html {
        entry.grading.code
        br()
        span(.class("small quiet")) { entry.grading.words }
      },
      .html {
        entry.authorisedBy.flatMap { names[$0] } ?? "Nobody yet"
        actions(entry)
      },
      .text(entry.expires.words),
    ]
  }
}

/// Proposes a vehicle.
private struct ProposalForm: HTML {
  let model: VehiclesModel

  var body: some HTML {
    Sheet("Propose a vehicle") {
      PostForm(to: VehicleRoute.list.path, csrf: model.csrf) {
        TextField(
          "plate", label: "Registration mark of the vehicle", in: model.state, width: .w8,
          autocomplete: "off")
        TextArea(
          "purpose", label: "Purpose",
          hint: "Why it is looked for, and what an officer who sees it should do", in: model.state,
          rows: 3)
        SelectField(
          "source", label: "Source",
          choices: SourceGrading.Source.allCases.map {
            Choice($0.rawValue, "\($0.rawValue): \($0.title)")
          },
          empty: "Choose a grade", in: model.state)
        SelectField(
          "assessment", label: "Intelligence",
          choices: SourceGrading.Assessment.allCases.map {
            Choice($0.rawValue, "\($0.rawValue): \($0.title)")
          }, empty: "Choose a grade", in: model.state)
        SelectField(
          "handling", label: "Handling",
          choices: SourceGrading.Handling.allCases.map {
            Choice($0.rawValue, "\($0.rawValue): \($0.title)")
          }, empty: "Choose one", in: model.state)
        TextField("conditions", label: "Conditions, where handling is C", in: model.state)
        DateField(
          "expires", legend: "Last day on the list",
          hint: "Within \(VehicleEntry.longestDays) days; it comes off by itself", in: model.state)
        SubmitButton("Propose it", name: "act", value: "propose")
      }
    }
  }
}
