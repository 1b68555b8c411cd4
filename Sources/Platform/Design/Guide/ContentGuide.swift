import Markup

/// States, tags and messages.
struct StatusGuide: HTML {
  var body: some HTML {
    Sheet("Status and messages", id: "status") {
      p(.class("row")) {
        StateMark(.good, "Green")
        StateMark(.warn, "Amber")
        StateMark(.bad, "Red")
        StateMark(.none, "No comparison")
      }
      p(.class("row")) {
        Tag("Draft")
        Tag("Published", .good)
        Tag("Due 28 November", .warn)
        Tag("Late", .bad)
        Tag("Victim", .fact)
        Tag("Not assessed", .claim)
      }
      Notice {
        p {
          strong { "Read this first." }
          " Knife crime is rated Red, yet a rise of 58 is within what chance alone would give."
        }
      }
      Notice(.good) {
        p { strong { "Figures for April to June 2026 saved." } }
      }
      Notice(.warn) {
        p {
          strong { "Two agencies have not sent their figures." }
          " They were due on 28 November."
        }
      }
      Notice(.bad) {
        p {
          strong { "The file was refused; nothing was stored." }
          " Line 1: the column “Month” is missing."
        }
      }
      ProgressBar(done: 431_000, total: 1_200_000, label: "Reading 2026-09-thornmere-street.csv")
    }
  }
}

/// Facts, answers and pairs.
struct FactGuide: HTML {
  var body: some HTML {
    Sheet("Facts", id: "facts") {
      Facts([
        Fact("2018/19, April to March", "3,293", note: "offences", isBig: true),
        Fact("Same months, 2017/18", "2,928", note: "offences", isBig: true),
        Fact("Change", NumberText.percentChange(12.4658), note: "+365 offences", isBig: true),
        Fact("Direction of travel", note: "Worse by more than 5%. Wanted: fewer.", isBig: true) {
          StateMark(.bad, "Red")
        },
      ])
      div(.class("halves")) {
        SummaryList([
          ("Indicator", "Total burglary", "#facts"), ("Source", "Police, monthly", "#facts"),
        ])
        Pairs([
          ("Counts", "Offences"), ("Wanted in this plan", "Fewer"), ("Target", "Not stated"),
          ("Version", "3, since April 2017"),
        ])
      }
      QRCode("https://thornmere.example", "A QR code of an example address")
    }
  }
}

/// A table with groups, states and sparklines, and its pages.
struct TableGuide: HTML {
  var body: some HTML {
    Sheet("Lists and tables", id: "tables") {
      DataTable(
        caption: "Published indicators, April 2018 to March 2019",
        columns: [
          .text("Indicator", sort: .init("#tables", order: .ascending)), .number("2018/19"),
          .number("2017/18"), .number("Change", sort: .init("#tables")), .text("Direction"),
        ],
        rows: [
          .group("Anti-social behaviour, drugs and alcohol"),
          .noted([
            .link("Calls to 101 to report ASB", to: "#tables"), "14,768", "14,909", "−0.95%",
            .html { StateMark(.good, "Green") },
          ]) {
            p(.class("real")) {
              Icon(.dice)
              span { "Could be chance: 141 fewer, chance alone gives 338 either way." }
            }
            p(.class("prov")) { "Wanted: fewer. Definition 1. Quarterly return, row 1 of 13." }
          },
          [
            .link("Arrests on drug specific operations", to: "#tables"), "190",
            .missing("Not counted"), .missing("No comparison"),
            .html { StateMark(.none, "No comparison") },
          ],
          .group("Re-offending and burglary"),
          [
            .link("Total burglary", to: "#tables"), "3,293", "2,928", "+12.47%",
            .html { StateMark(.bad, "Red") },
          ],
        ],
        pager: Pager(page: 2, of: 5) { "#tables-\($0)" })
      DataTable(
        caption: "Commentary", columns: [.text("Quarter")], rows: [],
        empty: "Nobody has written about this indicator yet.")
      Disclosure("Older versions") { p { "2, from April 2013: outcomes replace detections." } }
    }
  }
}

/// The gold line.
struct TimelineGuide: HTML {
  var body: some HTML {
    Sheet("Thread", id: "thread") {
      p { "The thread is for sequence only. It is never a state and never decoration." }
      Timeline([
        TimelineEntry(
          "Residents said", meta: "9 weeks in 2016",
          text: "24 in 100 put drugs and alcohol first: 339 of 1,389 valid replies."),
        TimelineEntry(
          "We did this", .done, meta: "2017 to 2019",
          text: "190 arrests on drug operations, and a new form to report online."),
        TimelineEntry("The next survey asks again", .toCome, meta: "Due in spring"),
      ])
    }
  }
}
