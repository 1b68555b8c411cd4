import Design
import Markup

/// The accessibility statement of this copy of the program.
struct AccessibilityPage: HTML {
  let frame: Frame

  var body: some HTML {
    Page(frame: frame, title: "Accessibility statement") {
      div(.class("measure")) {
        h1 { "Accessibility statement" }
        p {
          "This service is run for \(frame.partnership). We want as many people as possible to be "
          "able to use it, on an old phone, from the keyboard, zoomed in, or with a screen reader."
        }
        h2 { "How accessible it is" }
        p {
          "The pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. "
          "Every page works without JavaScript. Every chart has its table, and no meaning rests on "
          "colour alone."
        }
        h2 { "What has been checked, and what has not" }
        p {
          "Each release is checked with axe-core in a browser at 320 and 1280 pixels, in light and "
          "dark. It has not yet been tried by people who use screen readers, or in Windows high "
          "contrast, so the service is only partly known to meet the guidelines."
        }
        h2 { "If something does not work for you" }
        p {
          "Tell the partnership’s office, and say which page and what you use. If you are not happy "
          "with the answer, contact the "
          a(.href("https://www.equalityadvisoryservice.com/")) {
            "Equality Advisory and Support Service"
          }
          "."
        }
      }
    }
  }
}
