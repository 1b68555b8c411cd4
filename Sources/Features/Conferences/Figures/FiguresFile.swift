internal import Design
internal import Documents
internal import Kernel
internal import Markup

/// The figures of a year as a file that may be published: small counts are held back.
struct FiguresFile {
  let kind: ConferenceKind
  let year: FinancialYear
  let figures: ConferenceFigures
  let names: Names

  var bytes: [UInt8] {
    var csv = CSVWriter()
    csv.row(["figure", "part", "value"])
    csv.row(["conference", .text(kind.title), .text(year.description)])
    for line in PublishedFigures(figures, { names.body($0.organisation) }).lines {
      csv.row([.text(line.figure), .text(line.part), .text(line.words)])
    }
    return csv.take()
  }
}

/// The files that may be published, a whole year each.
struct PublicationSheet: HTML {
  let kind: ConferenceKind
  let today: Day

  var body: some HTML {
    Sheet("File for publication", id: "publication") {
      p {
        "Counts from 1 to 4 are held back, and others from which they could be worked out. A file is of a "
          + "whole year that is over: days that overlap, taken from each other, would show small counts."
      }
      ul {
        for back in 0..<PublishedFigures.years {
          let year = PublishedFigures.latest(on: today).adding(years: -back)
          li {
            a(.href(ConferencesRoute.figuresFile(kind.key, year).path)) { "File of \(year)" }
          }
        }
      }
    }
  }
}
