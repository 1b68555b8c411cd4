import Design
import Markup

/// What this copy of the program keeps about those who visit it.
struct PrivacyPage: HTML {
  let frame: Frame

  var body: some HTML {
    Page(frame: frame, title: "Privacy") {
      div(.class("measure")) {
        h1 { "Privacy" }
        p { "This page says what the service keeps about you when you visit it." }
        h2 { "If you only read" }
        p {
          "Nothing about you is kept. The log of requests holds the time, the part of the site, the "
          "outcome and how long it took; it holds no address, name or search."
        }
        h2 { "If you report something" }
        p {
          "What you write is kept encrypted. Any officer or manager of the partnership may open it, and "
          "each opening is recorded. They may share a case with a landlord, the police or another "
          "organisation, for a purpose that is recorded; it then sees what happened, and your name as "
          "you chose. If you stay anonymous, no name, number, email or network address of yours is "
          "kept."
        }
        p {
          "What you have not sent yet is kept by us too, encrypted, for seven days; then it is "
          "deleted. A cookie holds the token that opens it. Another opens a report that you opened "
          "with its secret, until you close it."
        }
        h2 { "If you sign in" }
        p {
          "Your name and email address are kept encrypted. A cookie keeps you signed in; it is "
          "needed for the service to work and goes when you sign out. What you change, and the "
          "records you open, are written to a trail that cannot be altered unseen, so that people "
          "whose records these are can know who has read them."
        }
        h2 { "If you choose another language" }
        p { "A cookie keeps the language until you close the browser." }
        p { "No cookie is used for anything else." }
        h2 { "Who carries what we send" }
        p {
          "Messages to you go through the partnership’s mail server, or through GOV.UK Notify where it "
          "is set up. Pages load nothing from any other company."
        }
      }
    }
  }
}
