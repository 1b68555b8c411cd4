import Design
import Markup

/// How one target of an archived plan ended: figures and judgement apart, as they were published.
struct OutturnFacts: HTML {
  let outturn: Outturn
  /// Every judgement of the plan, to set this one beside.
  let judged: [(status: OutturnStatus, parts: [OutturnProgress])]

  var body: some HTML {
    Group {
      Facts([
        Fact("Asked for") { Lines(outturn.parts.map(\.asked)) },
        Fact("Outturn") { Lines(outturn.parts.map(\.reached)) },
        Fact("Way gone") { Lines(outturn.parts.map(\.share)) },
        Fact("Status as judged", note: outturn.author) { outturn.mark },
        Fact("Figures and judgement", outturn.words(among: judged)),
      ])
      if !notes.isEmpty {
        Sheet("As the document puts it") {
          ul { for note in notes { li { note } } }
        }
      }
    }
  }

  private var notes: [String] { outturn.parts.map(\.note).filter { !$0.isEmpty } }
}
