internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Every ground in law, by what it answers.
struct GroundsPage: HTML {
  let grounds: [DatedGround]
  let today: Day
  let mayChange: Bool

  var body: some HTML {
    PageHead(
      "Grounds to share",
      lede: "A share names those in force on its day, and keeps them as they stood."
    ) {
      if mayChange { LinkButton("Add a ground", to: SharingRoute.newGround.path) }
    }
    for part in ShareGround.Part.allCases {
      Sheet(part.title, mark: part == .gateway ? .river : SheetMark.none) {
        DataTable(
          caption: part.title, hidesCaption: true,
          columns: [.text("Ground"), .text("Section"), .text("Goes with"), .text("State")],
          rows: grounds.filter { $0.ground.part == part }.map { dated in
            [
              .link(
                dated.ground.title,
                to: SharingRoute.ground(dated.ground.part, dated.ground.key).path),
              .text(dated.ground.section), .text(dated.ground.regime.title),
              .html {
                dated.mark(on: today)
                br()
                span(.class("small quiet")) { dated.datesInWords }
              },
            ]
          }, empty: "There is none.")
      }
    }
  }
}

/// One ground, and the form that dates it.
struct GroundPage: HTML {
  let dated: DatedGround
  let today: Day
  let mayChange: Bool
  let state: FormState
  let csrf: String

  var body: some HTML {
    let ground = dated.ground
    PageHead(ground.title, kicker: ground.part.title)
    Facts([
      Fact("State") { dated.mark(on: today) }, Fact("Section", ground.section),
      Fact("Goes with", ground.regime.title), Fact("In force", dated.datesInWords),
      Fact("Added by", dated.isShipped ? "The program" : "The partnership"),
    ])
    if mayChange {
      Sheet("When it is in force") {
        p { "Shares already recorded keep the ground as it stood." }
        PostForm(to: SharingRoute.ground(ground.part, ground.key).path, csrf: csrf) {
          input(.type(.hidden), .name("version"), .value(String(dated.version)))
          DateField("from", legend: "First day in force", in: state)
          DateField(
            "through", legend: "Last day in force", hint: "Leave empty where there is no end",
            in: state)
          SubmitButton("Save the dates")
        }
      }
    }
  }
}

/// The form that adds a ground.
struct GroundFormPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Add a ground", lede: "It is offered from its first day on.")
    Sheet {
      PostForm(to: SharingRoute.newGround.path, csrf: csrf) {
        SelectField(
          "part", label: "What it answers",
          choices: ShareGround.Part.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose one", in: state)
        TextField("title", label: "What it says", in: state)
        TextField(
          "key", label: "A short word for it",
          hint: "Small letters, figures and dashes, such as new-gateway", in: state, width: .w20)
        TextField("section", label: "Act and section", in: state)
        SelectField(
          "regime", label: "What it goes with",
          choices: ShareGround.Regime.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose one", in: state)
        DateField(
          "from", legend: "First day in force",
          hint: "Leave it empty while that is not known: it is then not offered", in: state)
        SubmitButton("Add the ground")
      }
    }
  }
}
