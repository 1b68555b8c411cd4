internal import Design
internal import Kernel
internal import Markup

/// The instruments that cases are assessed with.
struct InstrumentsPage: HTML {
  let offered: [KeptInstrument]
  let mayAdd: Bool

  var body: some HTML {
    PageHead("Risk instruments") {
      if mayAdd { LinkButton("Add an instrument", to: RiskRoute.add(from: nil).path) }
    }
    Sheet {
      p(.class("quiet")) {
        "The newest version of each is asked. An assessment keeps the version it was made with."
      }
      DataTable(
        caption: "Instruments", hidesCaption: true,
        columns: [
          .text("Instrument"), .number("Version"), .number("Questions"), .text("Bands"),
          .text("On lists"),
        ],
        rows: offered.map { kept in
          [
            .link(
              kept.instrument.title,
              to: RiskRoute.instrument(key: kept.key, version: kept.version).path),
            .text(String(kept.version)), .text(String(kept.instrument.questions.count)),
            .text(kept.instrument.bandWords), .text(kept.instrument.isListed ? "Yes" : "No"),
          ]
        })
    }
  }
}

/// What one version of an instrument asks.
struct InstrumentPage: HTML {
  let kept: KeptInstrument
  let versions: [KeptInstrument]
  let mayAdd: Bool

  private var instrument: RiskInstrument { kept.instrument }

  var body: some HTML {
    PageHead(instrument.title, kicker: "\(kept.key), version \(kept.version)") {
      LinkButton("Save as CSV", to: RiskRoute.sheet(key: kept.key, version: kept.version).path)
      if mayAdd { LinkButton("Make another version", to: RiskRoute.add(from: kept.key).path) }
    }
    Facts([
      Fact("Bands", instrument.bandWords), Fact("Highest score", String(instrument.most)),
      Fact(
        "Added", London.day(kept.madeAt).words, note: kept.isShipped ? "With the program" : nil),
      Fact("Stands on lists", instrument.isListed ? "Yes" : "No"),
    ])
    p { instrument.source }
    if let newest = versions.first, newest.version > kept.version {
      Notice {
        p {
          "There is a later version: "
          a(.href(RiskRoute.instrument(key: newest.key, version: newest.version).path)) {
            "version \(newest.version)"
          }
        }
      }
    }
    Sheet("Questions") {
      ol {
        for question in instrument.questions {
          li {
            question.text
            br()
            span(.class("small quiet")) {
              question.answers.map { "\($0.text) (\($0.points))" }.joined(separator: "; ")
            }
          }
        }
      }
    }
    Sheet("Versions") {
      ul {
        for version in versions {
          li {
            a(.href(RiskRoute.instrument(key: version.key, version: version.version).path)) {
              "Version \(version.version), \(London.day(version.madeAt).words)"
            }
          }
        }
      }
    }
  }
}

/// Adding an instrument, or another version of one.
struct AddInstrumentPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Add an instrument")
    Sheet {
      PostForm(to: RiskRoute.add(from: nil).path, csrf: csrf, upload: true) {
        TextField(
          "key", label: "Short word",
          hint: "That of an instrument there is makes its next version.", in: state, width: .w20,
          autocomplete: "off")
        FileField(
          "file", label: "CSV file",
          hint: "Headings: row,text,points,days. Or enter the sheet below.",
          accept: ".csv", in: state)
        TextArea("sheet", label: "The sheet", hint: Self.hint, in: state, rows: 16)
        SubmitButton("Keep the instrument")
      }
    }
    Sheet("How a sheet is written") {
      pre(.class("prewrap")) { code { Self.sample } }
      p {
        "A check is answered yes, no or not known, and only yes has points. Bands begin at Standard, from 0; "
        "the days say when it is assessed again. With a row “lists,no” what the instrument finds stands on no list."
      }
    }
  }

  private static let hint = "One row a line: title, source, question, answer, check, band."
  private static let sample = """
    row,text,points,days
    title,Risk on estates
    source,The partnership's policy of 2026
    question,How often does it happen?
    answer,Most days,3
    answer,Less often,1
    check,Is anybody ill or disabled?,2
    band,Standard,0,60
    band,High,4,14
    """
}

extension RiskInstrument {
  /// Such as "Standard 0 to 15, Medium 16 to 31, High 32 to 54".
  var bandWords: String {
    bands.map { "\($0.level.title) \(range(of: $0))" }.joined(separator: ", ")
  }
}
