internal import Design
internal import Kernel
internal import Markup

/// What the page on which a report is taken shows.
struct TakingModel {
  let state: FormState
  let csrf: String
  /// Keeps a form that is sent twice from making two reports.
  let once: String
  let channels: [ReportChannel]
  /// Those that are asked about.
  let strands: [HateStrand]
}

/// Takes a report for somebody who calls, writes or comes in.
struct TakingPage: HTML {
  let model: TakingModel

  private var state: FormState { model.state }

  var body: some HTML {
    Handling()
    PageHead(
      "Take a report",
      lede: "For somebody who calls, writes or comes in. In danger now: 999 first.")
    PostForm(to: ReportsRoute.take.path, csrf: model.csrf) {
      input(.type(.hidden), .name("once"), .value(model.once))
      Sheet("How it came, and what") {
        SelectField(
          "channel", label: "How did it come?",
          choices: model.channels.map { Choice($0.rawValue, "It came \($0.words)") },
          empty: "Choose one", in: state)
        SelectField(
          "kind", label: "What is happening?",
          choices: ReportKind.all.map { Choice($0.id, $0.title) }, empty: "Choose one", in: state)
        TextField("postcode", label: "Postcode", in: state, width: .w8, autocomplete: "off")
        TextField(
          "place", label: "Street, building or landmark", hint: "One of the two is enough",
          in: state, autocomplete: "off")
        DateField(
          "received", legend: "Day it reached you, where that was before today",
          hint: "Its clocks begin on that day.", in: state)
        OccasionFields(state: state, legend: "When did it happen?")
        SelectField(
          "course", label: "Is it still going on?",
          choices: ReportCourse.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Not said", in: state)
        TextArea("narrative", label: "In their words", in: state)
      }
      Sheet("Who is doing it, if they want to say") {
        TextField("subject-name", label: "Their name or nickname", in: state, autocomplete: "off")
        TextField("subject-address", label: "Their flat or house", in: state, autocomplete: "off")
        TextField("subject-description", label: "What they look like", in: state)
        TextField("subject-vehicle", label: "A vehicle they use", in: state, autocomplete: "off")
        RadioField(
          "known", legend: "Do they know them?",
          choices: [Choice("yes", "Yes"), Choice("no", "No")], in: state)
        TextField("landlord", label: "Landlord", in: state, autocomplete: "off")
        TextField("told", label: "Whom they told already, with the reference", in: state)
      }
      EffectSheet(state: state, strands: model.strands)
      ReporterSheet(state: state)
      SubmitButton("Keep the report")
    }
  }
}

private struct EffectSheet: HTML {
  let state: FormState
  let strands: [HateStrand]

  var body: some HTML {
    Sheet("Effect, and the question everybody is asked") {
      TextArea("effect", label: "What it does to them or others", in: state, rows: 3)
      CheckboxField(
        "circumstances", legend: "Does any of this fit?",
        choices: Circumstance.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      CheckboxField(
        "strands",
        legend: "Do they think it happened because of who they, or somebody else, are?",
        choices: strands.map { Choice($0.rawValue, $0.title) },
        hint: "What they think is enough. Keep their words.", in: state)
      TextField("strand-words", label: "What makes them think so, in their words", in: state)
    }
  }
}

private struct ReporterSheet: HTML {
  let state: FormState

  var body: some HTML {
    Sheet("Who reports it") {
      RadioField(
        "identity", legend: "Do they want to give their name?",
        choices: ReporterIdentity.allCases.map { Choice($0.rawValue, $0.title, hint: $0.promise) },
        hint: "Read the answer they choose out to them.", in: state)
      TextField("name", label: "Name", in: state, autocomplete: "off")
      TextField("phone", label: "Telephone number", in: state, width: .w20, autocomplete: "off")
      TextField("email", label: "Email address", in: state, autocomplete: "off")
      RadioField(
        "way", legend: "Which way may be used?",
        choices: ContactWay.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      TextField("safety", label: "When and how is it safe?", in: state, autocomplete: "off")
    }
  }
}

/// What the reporter is to be told.
struct TakenPage: HTML {
  let receipt: ReportReceipt
  let now: Instant

  var body: some HTML {
    PageHead("The report is taken")
    Notice(.good) {
      p { "Give the reporter both now. No other page shows the secret." }
      Pairs([("Reference", receipt.reference), ("Secret", receipt.secret)])
    }
    if let due = Instant(receipt.dueAt) {
      let day = "5pm on \(London.day(due).weekdayWords)"
      p {
        due < now
          ? "Tell them: an officer should have started on it by \(day), and we are late."
          : "Tell them: an officer starts on it by \(day). The date is provisional until it has been "
            + "read."
      }
    }
    p { "They can see what happened, and add to it, at /report/track on this site." }
    LinkButton("Take another report", to: ReportsRoute.take.path, style: .line)
  }
}
