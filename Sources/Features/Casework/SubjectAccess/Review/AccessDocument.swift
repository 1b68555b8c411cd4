internal import Kernel
internal import Markup

/// What somebody is given, as a page of its own: nothing of it is fetched from elsewhere.
struct AccessDocument: HTML {
  let bundle: AccessBundle

  private static let style = """
    html { font: 16px/1.5 system-ui, sans-serif; color: #14242b; background: #fff; }
    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
    h2 { margin-top: 2.5rem; } h3 { margin-top: 1.75rem; }
    dt { font-weight: 700; } dd { margin: 0 0 .75rem; white-space: pre-line; overflow-wrap: anywhere; }
    .small { color: #44555c; } @media print { h3 { break-after: avoid; } }
    """

  var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        meta(.name("viewport"), .content("width=device-width"))
        title { "What we keep about you" }
        Raw(trusted: "<style>\(Self.style)</style>")
      }
      Markup.body {
        main {
          h1 { "What we keep about you" }
          p { "For \(bundle.name). Your request \(bundle.reference) of \(words(bundle.received))." }
          p { "From \(bundle.partnership), \(words(bundle.given))." }
          p { lawWords }
          for source in sources {
            h2 { source }
            for part in bundle.parts where part.source == source { PartSection(part: part) }
          }
          if bundle.parts.isEmpty { p { "We keep nothing about you that we can give you." } }
          left
          h2 { "If something is wrong" }
          p {
            "You can ask us to correct or delete what is wrong, or to stop using it, and complain to us. You "
            "can complain to the Information Commissioner: ico.org.uk, 0303 123 1113."
          }
        }
      }
    }
  }

  private var sources: [String] {
    bundle.parts.map(\.source).reduce(into: []) { all, one in
      if !all.contains(one) { all.append(one) }
    }
  }

  private var left: some HTML {
    section {
      h2 { "What is left out, and why" }
      if bundle.left.isEmpty {
        p { "Nothing is left out." }
      } else {
        ul {
          for one in bundle.left {
            li {
              "\(one.source): \(one.count == 1 ? "1 thing" : "\(one.count) things"). \(one.reason.title) "
              "(\(one.reason.law))."
            }
          }
        }
      }
      p { struckWords }
    }
  }

  private var struckWords: String {
    let count = bundle.parts.reduce(0) { $0 + $1.struck }
    return count == 0
      ? "No words are struck out."
      : "\(Striking.mark) stands \(count == 1 ? "once" : "\(count) times") where a text named or described "
        + "somebody else, or said how to reach them (Data Protection Act 2018, Schedule 2 paragraph 16, or "
        + "section 45(4)(e))."
  }

  private var lawWords: String {
    switch bundle.regime {
    case .general:
      "We are the controller. We use this to reduce crime and anti-social behaviour, a public task (UK GDPR "
        + "Article 6(1)(e)); it came from you, from those who reported to us and from the organisations named "
        + "below. It is kept for the times our retention page sets."
    case .enforcement:
      "We are the controller. We use this to prevent and investigate crime (Data Protection Act 2018, Part 3). "
        + "It is kept for the times our retention page sets."
    }
  }

  private func words(_ day: String) -> String { Day(day)?.words ?? day }
}

private struct PartSection: HTML {
  let part: AccessBundle.Part

  var body: some HTML {
    section {
      h3 { part.title }
      if let day = part.day.flatMap({ Day($0) }) { p(.class("small")) { day.words } }
      dl {
        for line in part.lines {
          dt { line.heading }
          dd { line.words }
        }
      }
      if let file = part.file { p(.class("small")) { file } }
      if part.struck > 0 { p(.class("small")) { "\(part.struck) struck out: about somebody else" } }
    }
  }
}
