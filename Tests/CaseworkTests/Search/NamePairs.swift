/// Fifty names as they are kept and as somebody may look for them: made up, of the kinds that are spelt in
/// many ways.
enum NamePairs {
  static let all: [(kept: String, sought: String)] = [
    ("Mohammed Rahman", "Muhammad Rahman"), ("Mohamed Aden", "Mohammad Aden"),
    ("Steven Carver", "Stephen Carver"), ("Siobhan Daly", "Shivaun Daly"),
    ("Piotr Wiśniewski", "Piotr Wisniewski"), ("Piotr Wiśniewski", "Peter Vishnevsky"),
    ("Helen Smith-Jones", "Helen Jones"), ("Helen Smith-Jones", "Helen Smith Jones"),
    ("Tobias Underwood", "Underwood, Tobias"), ("Tobias Underwood", "T Underwood"),
    ("R. Castleton", "Rupert Castleton"), ("Fiona McAllister", "Fiona MacAllister"),
    ("Fiona McAllister", "Fiona Mc Allister"), ("Declan O'Neill", "Declan ONeill"),
    ("Declan O’Neill", "Declan O Neil"), ("Catherine Whitlock", "Katherine Whitlock"),
    ("Katarzyna Kowalska", "Kate Kowalski"), ("William Pemberton", "Bill Pemberton"),
    ("Elizabeth Garside", "Liz Garside"), ("Margaret Ollerton", "Peggy Ollerton"),
    ("Robert Thackeray", "Bob Thackray"), ("Jonathan Meyer", "Jon Meier"),
    ("Geoffrey Lindqvist", "Jeffrey Lindquist"), ("Philip Reede", "Phillip Reid"),
    ("Niamh Gallagher", "Neve Galagher"), ("Sean Brannigan", "Shaun Branigan"),
    ("Aoife Kinsella", "Eefa Kinsela"), ("Yusuf Demir", "Yousef Demir"),
    ("Ayşe Yıldız", "Ayse Yildiz"), ("Hussein Abdi", "Hussain Abdi"),
    ("Abdul Rahman Choudhury", "Abdul Rahman Chowdhury"), ("Fatima Begum", "Fatema Begom"),
    ("محمد علي", "Mohammed Ali"), ("Иван Петров", "Ivan Petrov"),
    ("Юлия Соколова", "Yulia Sokolova"), ("王小明", "Wang Xiaoming"),
    ("Nguyễn Thị Lan", "Lan Nguyen"), ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
    ("José Hernández", "Jose Fernandez"), ("João de Souza", "Joao D'Souza"),
    ("Gurpreet Singh Dhillon", "Gurprit Dhilon"), ("Harjinder Kaur", "Harjindar Kaur"),
    ("Chukwuemeka Okonkwo", "Chukwuemeka Okonquo"), ("Oluwaseun Adebayo", "Oluwaseun Adebayor"),
    ("Zoë Brontë", "Zoe Bronte"), ("Søren Kjær", "Soren Kjaer"),
    ("Rhys Llewellyn", "Reece Llewelyn"), ("Jane Cartwright, née Holroyd", "Jane Holroyd"),
    ("Tracey-Ann Clarke", "Tracy Ann Clark"), ("Featherstonehaugh, Cecil", "Cecil Fanshaw"),
  ]

  static let first = [
    "Adam", "Alice", "Amir", "Amy", "Arthur", "Bella", "Callum", "Chloe", "Colin", "Diana",
    "Dylan", "Emily", "Farah", "Freya", "Gavin", "Grace", "Harriet", "Imran", "Jasmine", "Jason",
    "Karen", "Kyle", "Laura", "Lewis", "Lucy", "Martin", "Nadia", "Natalie", "Oliver", "Oscar",
    "Paula", "Priya", "Rachel", "Ravi", "Ryan", "Sarah", "Simon", "Tariq", "Vanessa", "Zara",
    "Steven", "Helen", "William", "Robert", "Margaret", "Mohammed", "Catherine", "Sean", "Fatima",
    "Jane",
  ]
  static let family = [
    "Ashworth", "Atkins", "Bailey", "Barker", "Bennett", "Booth", "Bradley", "Butler", "Carter",
    "Coleman", "Cooper", "Davies", "Dawson", "Edwards", "Fletcher", "Foster", "Gibson", "Graham",
    "Harris", "Hughes", "Hussain", "Jackson", "Jenkins", "Kelly", "Khan", "Lawson", "Marsh",
    "Mitchell", "Morgan", "Murphy", "Nolan", "Owens", "Palmer", "Patel", "Pearce", "Quinn",
    "Richards", "Sharma", "Turner", "Walsh", "Smith", "Jones", "Singh", "Begum", "Ali", "Clark",
    "Reid", "O'Neill", "McDonald", "Meyer",
  ]

  /// Two thousand names of other people, common ones among them.
  static var others: [String] {
    (0..<2000).map { number in
      let place = (number * 7919) % (first.count * family.count)
      return "\(first[place % first.count]) \(family[place / first.count])"
    }
  }
}
