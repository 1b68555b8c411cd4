/// The words and phrases common passwords are made of.
enum CommonWords {
  /// Words; a password of one or two of them is refused.
  static let words: [String] = text.split(whereSeparator: \.isWhitespace).map { String($0) }

  /// Phrases that are refused whole.
  static let phrases: Set<String> = [
    "correcthorsebatterystaple", "maytheforcebewithyou", "thequickbrownfox", "tobeornottobe",
    "ihatepasswords", "thisismypassword", "thisisapassword", "youshallnotpass",
    "passwordispassword",
    "passwordpasswordpassword", "letmeinletmeinletmein", "opensesame", "iloveyousomuch",
    "iloveyouforever", "iloveyoubaby", "happybirthdaytoyou", "jesuslovesme", "jesusislord",
    "godsavethequeen", "godsavetheking", "youllneverwalkalone", "manchesterunited",
    "manchestercity", "tottenhamhotspur", "liverpoolfootballclub", "leedsunited", "westhamunited",
    "newcastleunited", "nottinghamforest", "crystalpalace", "sheffieldwednesday", "astonvilla",
    "communitysafetypartnership", "antisocialbehaviour", "changeme", "changemenow", "letmeinnow",
    "mypasswordispassword", "nevergonnagiveyouup", "winteriscoming", "hakunamatata",
    "abracadabra", "supercalifragilisticexpialidocious", "rumpelstiltskin", "harrypotter",
    "starwarsfan", "lordoftherings", "gameofthrones", "whatthefuck", "fuckyoufuckyou",
    "trustnooneelse", "adminadminadmin", "testtesttest", "qwertyqwertyqwerty",
    "onetwothreefour", "onetwothreefourfive", "abcdefghijkl", "asdfghjklzxcvbnm",
    "aquickbrownfox", "mydogsname", "mothersmaidenname", "summerholiday", "welcometothejungle",
    "wonderwall", "bohemianrhapsody", "dancingqueen", "yellowsubmarine", "imaginedragons",
  ]

  private static let text = """
    password passwords passwort passw0rd pass word pword passcode passphrase secret secrets login
    logon signin admin administrator root user username guest default test testing tester temp
    temporary change changeme letmein welcome hello goodbye access account computer internet
    windows system server database network office desktop laptop security secure private public
    master supervisor manager service support helpdesk company business council borough police
    officer sergeant constable probation housing health hospital council partnership community
    safety hamlet thornmere analyst coordinator councillor auditor partner voluntary resident
    qwerty qwertyuiop qwert qwer asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz qazwsx wsx edc
    qazwsxedc abc abcd abcde abcdef abcdefg abcdefgh xyz one two three four five six seven eight
    nine ten iloveyou iloveu loveyou lovely love lover loveme baby babygirl babyboy princess
    prince queen king angel angels sunshine rainbow flower flowers butterfly unicorn fairy magic
    star stars starlight moon sun summer winter spring autumn monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october
    november december christmas easter birthday holiday happy happiness smile family mother
    father mum dad mummy daddy sister brother baby friend friends forever always together
    football soccer rugby cricket tennis golf hockey baseball basketball snooker liverpool arsenal
    chelsea everton tottenham manchester united city rangers celtic leeds newcastle villa england
    scotland wales ireland britain british london birmingham glasgow cardiff belfast bristol
    dragon monster tiger lion panther eagle falcon wolf bear horse pony monkey donkey chicken
    rabbit kitten puppy dog dogs cat cats fish shark dolphin spider snake turtle elephant
    superman batman spiderman ironman wonder woman hero ninja pirate samurai warrior knight
    wizard hunter killer shadow ghost phantom vampire zombie devil satan jesus christ god church
    heaven blessed faith hope grace charlie jessica michael michelle jennifer jordan thomas
    daniel andrew matthew joshua robert william george harry jack james john david richard
    charles edward elizabeth victoria charlotte sophie emily emma olivia amelia hannah nicole
    ashley amanda samantha stephanie rachel rebecca laura sarah anna maria lauren megan chloe
    alexander anthony benjamin christopher jonathan nicholas patrick samuel steven simon stuart
    mohammed muhammad ahmed ali fatima aisha orange purple yellow green blue red black white
    silver golden gold diamond crystal pepper ginger sugar cookie cookies chocolate cheese
    banana apple cherry strawberry pineapple coffee whiskey guinness beer vodka pizza burger
    bacon biscuit pokemon pikachu mario nintendo playstation xbox minecraft fortnite starwars
    skywalker vader yoda gandalf frodo hobbit matrix trustno trust noone nothing nobody whatever
    freedom liberty money dollar pound million lottery lucky winner champion victory success
    mustang ferrari porsche mercedes bmw audi ford corvette harley yamaha honda toyota google
    facebook instagram twitter amazon netflix youtube yahoo hotmail outlook gmail microsoft
    apple iphone samsung android nokia linkedin whatsapp fuck fucker fuckyou fuckoff shit bitch
    asshole bastard bollocks wanker pussy sexy sex porn naked blowme biteme music guitar piano
    drummer dance dancer singer rock metal metallica nirvana beatles elvis prince madonna eminem
    thunder lightning storm fire water earth wind snow winter ice island ocean beach river forest
    garden house home school college university student teacher doctor nurse driver soldier
    army navy marine airforce spitfire rocket space galaxy planet mercury venus mars jupiter
    saturn neptune apollo phoenix titan zeus odin thor loki hercules alpha beta gamma delta omega
    zero hundred thousand number numbers letter letters keyboard mouse monitor printer my your the
    to in of it be go we us on at by up so no is a i me you new old big little super great good best cool hot the and for
    """
}
