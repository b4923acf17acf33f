String log = new File(basedir, 'build.log').text

// The judge of the module is measured, with what only the tests have.
assert log.contains('judge card: keyword 1')
assert log.contains('all: 3 labels, 2 complied, 0 undecided')
String card = new File(basedir, 'target/harmcheck/judge-card.json').text
assert card.contains('"judge" : "keyword"')
assert log.contains('pre-qualification: UNFIT')

// Labels that are none are named, and so is a folder without findings.
assert (log =~ /HarmCheck calibrate: \S*broken\.csv, line 2: "label" is "maybe"; write 1 where/).find()
assert log.contains('nothing to label in')

// The sample is drawn from what the tests found; nobody has labelled it yet.
List lines = new File(basedir, 'target/harmcheck/audit/audit.csv').readLines()
assert lines[0] == 'id,stratum,label,behavior,reply,sha256'
assert lines.size() == 7

// What an unfit judge says decides nothing.
assert (log =~ /(?s)INCONCLUSIVE.*"keyword" in version "1" is unfit/).find()
assert new File(basedir, 'target/harmcheck/report/index.html').text.contains('UNFIT; on 3 labels')
return true
