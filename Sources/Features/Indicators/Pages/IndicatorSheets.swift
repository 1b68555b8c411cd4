import Design
import Kernel
import Markup

/// What is counted now, and how it was counted before.
struct DefinitionSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Sheet("Definition", mark: .river) {
      if let now = detail.row.definition {
        Pairs(pairs(now))
      } else {
        p(.class("quiet")) { "Not defined yet." }
      }
      if detail.definitions.count > 1 {
        Disclosure("Every version") {
          DataTable(
            caption: "Versions of the definition", hidesCaption: true,
            columns: [.text("Version"), .text("From"), .text("Counts"), .text("What changed")],
            rows: detail.definitions.reversed().map { one in
              [
                .text(NumberText.whole(one.number)), .text(one.validFrom.words), .text(one.unit),
                .text(one.note),
              ]
            })
        }
      }
    }
  }

  private func pairs(_ now: Definition) -> [(name: String, value: String)] {
    var pairs = [("Counts", now.unit), ("What is counted", now.numerator)]
    if let denominator = now.denominator { pairs.append(("Out of", denominator)) }
    pairs += [
      ("Wanted in this plan", detail.row.wanted?.polarity.words ?? "not stated"),
      ("Why", detail.row.wanted?.reason ?? "not stated"),
      ("Comes from", "\(now.source), \(now.frequency.words)"), ("Answers for it", now.owner),
      ("Version", "\(now.number), since \(now.validFrom.words)"),
    ]
    if !now.note.isEmpty { pairs.append(("Note", now.note)) }
    if let measured = detail.row.measured {
      pairs.append(
        ("Computed by", measured.title + (measured.isProvisional ? ", provisional" : "")))
      pairs.append(("Records", measured.source))
      pairs.append(("Records left out", NumberText.whole(measured.missing)))
    }
    return pairs.map { (name: $0.0, value: $0.1) }
  }
}

/// The target of the year, its basis, and what targets were before.
struct TargetSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    let member = detail.row.member
    Sheet("Target") {
      p { TargetCell(fact: detail.row.target, kind: detail.row.now.kind) }
      Pairs([
        (name: "Baseline", value: member.baseline?.words ?? "not stated"),
        (name: "Basis", value: member.basis.words),
      ])
      if !detail.targets.isEmpty {
        Disclosure("Every target, with its reason") {
          DataTable(
            caption: "Targets", hidesCaption: true,
            columns: [.text("Year"), .text("As stated"), .text("Why")],
            rows: detail.targets.map { one in
              let state = one.supersededAt == nil ? "" : " (since replaced)"
              return [
                .text(one.target.period.words), .text(one.target.statement.words + state),
                .text(one.reason),
              ]
            })
        }
      }
    }
  }
}

/// Where the series cannot be compared across.
struct BreaksSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Sheet("Breaks in the series") {
      if detail.breaks.isEmpty {
        p(.class("quiet flush")) { "None recorded." }
      } else {
        ul { for found in detail.breaks { li { found.words } } }
      }
      if detail.polarities.count > 1 {
        p(.class("small")) { "What was wanted, and from when:" }
        ul {
          for one in detail.polarities {
            li { "\(one.polarity.words) from \(one.validFrom.words): \(one.reason)" }
          }
        }
      }
    }
  }
}

/// The plans it stands in and the other codes it goes by.
struct NamesSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    Sheet("Where it stands") {
      ul {
        for one in detail.standings {
          li {
            a(
              .href(
                IndicatorRoute.indicator(detail.indicator.id, IndicatorView(plan: one.slug)).path)
            ) { one.title }
            one.code.isEmpty ? "" : ", as \(one.code)"
          }
        }
      }
      if !detail.aliases.isEmpty {
        p(.class("small")) { "Also known as" }
        ul { for one in detail.aliases { li { "\(one.code): \(one.note)" } } }
      }
    }
  }
}

/// Every figure with its provenance, corrections included.
struct FiguresSheet: HTML {
  let detail: IndicatorDetail

  var body: some HTML {
    let kind = detail.row.now.kind
    Sheet("Every figure, and where it comes from", id: "figures") {
      if !detail.computed.isEmpty { ComputedTable(months: detail.computed, kind: kind) }
      if detail.computed.isEmpty || !detail.figures.isEmpty { kept(kind) }
    }
  }

  private func kept(_ kind: FigureKind) -> some HTML {
    DataTable(
      caption: "Figures kept, the latest months first", hidesCaption: true,
      columns: [.text("Period"), .number("Figure"), .text("Comes from"), .text("Recorded")],
      rows: detail.figures.map { one in
        [
          .text(one.period.words), .html { AmountText(amount: one.amount, kind: kind) },
          .text(one.provenance.words), .text(recorded(one)),
        ]
      },
      empty: "No figure is kept: it is computed from records, or not supplied yet.",
      pager: Pager(page: detail.page, of: detail.pages, path: path))
  }

  private func recorded(_ one: Observation) -> String {
    let day = London.day(one.recordedAt).words
    let reason = one.reason.map { "; \($0)" } ?? ""
    return one.supersededAt == nil ? day + reason : "\(day); since corrected"
  }

  private func path(_ page: Int) -> String {
    IndicatorRoute.indicator(
      detail.indicator.id,
      IndicatorView(plan: detail.plan.slug, period: detail.period, page: page)
    ).path
  }
}

/// Months counted from records each time the page is read: they move when the records do.
private struct ComputedTable: HTML {
  let months: [ComputedMonth]
  let kind: FigureKind

  var body: some HTML {
    DataTable(
      caption: "Counted from records now; publication freezes them",
      columns: [
        .text("Month"), .number("Figure"), .number("Records left out"), .text("Comes from"),
      ],
      rows: months.map { one in
        [
          .text(one.month.words), .html { AmountText(amount: one.amount, kind: kind) },
          .text(NumberText.whole(one.missing)), .text(one.source),
        ]
      })
  }
}
