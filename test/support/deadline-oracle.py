"""Makes test/calendar/deadline-cases.jsonl: deadlines by an independent method.

It walks over the days one by one with datetime, straight from notices.json beside this file, and shares no code,
table or formula with src/calendar. Run by hand after a change: python3 test/support/deadline-oracle.py
"""

import calendar
import json
import pathlib
import random
import re
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

HERE = pathlib.Path(__file__).parent
NOTICES = json.loads((HERE / "notices.json").read_text(encoding="utf-8"))["years"]
BEIJING = timezone(timedelta(hours=8))
ONE_DAY = timedelta(days=1)
FIRST_KNOWN, LAST_KNOWN = date(2007, 1, 1), date(2026, 12, 28)

OFF, WORKED = set(), set()
for notice in NOTICES.values():
    for first, last in notice["off"]:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            OFF.add(day)
            day += ONE_DAY
    WORKED.update(date.fromisoformat(day) for day in notice["worked"])

# Which lengths of a bare 日 are working days; what is not named here counts natural days.
BARE_WORKDAYS = {
    "行政许可法": lambda n: True,
    "审计法实施条例": lambda n: True,
    "外国人入境出境管理条例": lambda n: True,
    "行政处罚法": lambda n: n in (2, 3, 5, 7),
    "行政强制法": lambda n: n <= 10,
    "行政复议法": lambda n: n in (3, 5, 7, 10),
    "机动车登记规定": lambda n: n in (1, 2, 3, 5, 7, 10, 15),
    "驾驶证规定": lambda n: n in (1, 3, 5),
}
HOUR_LEFT_OUT = ("行政复议法", "民事诉讼法", "行政诉讼法解释", "刑事诉讼法", "公安机关办理行政案件程序规定")


class Refused(Exception):
    pass


def works(day):
    if day in WORKED:
        return True
    return day.weekday() < 5 and day not in OFF


def read_limit(text, profile):
    if text == "即办":
        return Fraction(0), "工作日"
    if text == "无法定时限":
        raise Refused("no-limit")
    number, unit = re.fullmatch(r"(-?[\d.]+)(.+)", text).groups()
    amount = Fraction(number)
    unit = unit.removeprefix("个")
    if unit == "日":
        bare = BARE_WORKDAYS.get(profile, lambda n: False)
        unit = "工作日" if bare(abs(amount)) else "自然日"
    return amount, unit


def read_day(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise Refused("bad-date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("bad-date") from None


def read_paused(case):
    paused = set()
    for pause in case.get("pauses", []):
        first, last = read_day(pause["from"]), read_day(pause["to"])
        if last < first:
            raise Refused("bad-range")
        while first <= last:
            paused.add(first)
            first += ONE_DAY
    return paused


def months_later(day, months):
    """The corresponding day, and whether there is one; else the last day of the month."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)), day.day <= last


def is_month_end(day):
    return (day + ONE_DAY).month != day.month


def solve_hours(case, amount, profile):
    if "T" not in case["from"]:
        raise Refused("bad-instant")
    moment = datetime.fromisoformat(case["from"].replace("Z", "+00:00")).astimezone(BEIJING)
    paused = read_paused(case)
    if profile in HOUR_LEFT_OUT:
        moment = moment.replace(minute=0, second=0)
        if amount > 0:
            moment += timedelta(hours=1)
    minutes = amount * 60
    assert minutes.denominator == 1
    step = timedelta(minutes=1 if minutes > 0 else -1)
    left = abs(int(minutes))
    while left > 0:
        # One minute at a time; a minute of a paused day does not count.
        if moment.date() not in paused:
            left -= 1
        moment += step
    return {"due": moment.date().isoformat(), "dueAt": moment.isoformat(), "provisional": False}


def solve_backward(start, amount, unit):
    day, looked_at = start, []
    if unit in ("月", "年"):
        day, _ = months_later(start, int(amount * (12 if unit == "年" else 1)))
        return {"due": day.isoformat(), "provisional": False}
    left = -amount
    while left > 0:
        day -= ONE_DAY
        if unit == "工作日":
            looked_at.append(day)
        if unit == "自然日" or works(day):
            left -= 1
    return {"due": day.isoformat(), "provisional": any(d < FIRST_KNOWN or d > LAST_KNOWN for d in looked_at)}


def walk(day, amount, unit, paused, looked_at):
    """The day on which the amount is used up, and how much of that day is used."""
    left, part = amount, Fraction(1)
    while left > 0:
        day += ONE_DAY
        if unit == "工作日":
            looked_at.append(day)
        if day in paused or (unit == "工作日" and not works(day)):
            continue
        part = min(left, Fraction(1))
        left -= part
    return day, part


def solve(case):
    profile = case.get("profile", "民法典")
    limit = case.get("extendTo", case["limit"])
    amount, unit = read_limit(limit, profile)
    if unit == "小时" or unit == "分钟":
        hours = amount if unit == "小时" else amount / 60
        if "extend" in case:
            hours += read_limit(case["extend"], profile)[0]
        return solve_hours(case, hours, profile if unit == "小时" else "民法典")
    start = read_day(case["from"]) if "T" not in case["from"] else (
        datetime.fromisoformat(case["from"].replace("Z", "+00:00")).astimezone(BEIJING).date())
    paused = read_paused(case)
    if amount < 0:
        if paused or "extend" in case:
            raise Refused("bad-extension")
        return solve_backward(start, amount, unit)
    legs = [(amount, unit)]
    if "extend" in case:
        more, more_unit = read_limit(case["extend"], profile)
        legs = [(amount + more, unit)] if more_unit == unit else legs + [(more, more_unit)]

    includes_first = profile == "注册商标有效期"
    looked_at, part, natural = [], Fraction(1), True
    day = start - ONE_DAY if includes_first and amount > 0 else start
    for size, leg_unit in legs:
        if leg_unit in ("月", "年"):
            months = size * (12 if leg_unit == "年" else 1)
            if months.denominator != 1:
                raise Refused("bad-amount")
            base = day + ONE_DAY if includes_first else day
            end, corresponds = months_later(base, int(months))
            if profile == "刑事诉讼法" and is_month_end(base):
                end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
            if includes_first and corresponds:
                end -= ONE_DAY
            day, _ = walk(day, Fraction((end - day).days), "自然日", paused, looked_at)
            natural = False
        else:
            day, part = walk(day, size, leg_unit, paused, looked_at)
            natural = natural and leg_unit == "自然日"
    nominal = day

    if case.get("roll", not includes_first):
        looked_at.append(day)
        growth = 0
        if profile == "税收征管法实施细则" and natural and amount > 0:
            run, probe = 0, start
            while probe <= nominal:
                probe += ONE_DAY
                if probe <= nominal:
                    looked_at.append(probe)
                if probe <= nominal and not works(probe) and probe not in paused:
                    run += 1
                else:
                    growth += run if run >= 3 else 0
                    run = 0
        if growth:
            day, _ = walk(day, Fraction(growth), "工作日", paused, looked_at)
        else:
            # A rest day moves to the first day that is worked and not left out.
            moving = not works(day)
            while moving and (not works(day) or day in paused):
                day += ONE_DAY
                looked_at.append(day)
    answer = {"due": day.isoformat(), "provisional": any(d < FIRST_KNOWN or d > LAST_KNOWN for d in looked_at)}
    if part != 1:
        answer["dayPart"] = str(float(part))
    return answer


def hand_picked():
    """The cases that the statutes, the notices and practice make worth asking."""
    yield from (
        # The examples of the statutes.
        {"from": "2026-01-30", "limit": "15个自然日"},
        {"from": "2024-01-30", "limit": "15个自然日"},
        {"from": "2024-01-15", "limit": "1个月", "roll": False},
        {"from": "2023-02-28", "limit": "1个月"},
        {"from": "2023-02-28", "limit": "1个月", "profile": "刑事诉讼法"},
        {"from": "2023-01-31", "limit": "2个月"},
        {"from": "2024-01-31", "limit": "1个月"},
        {"from": "2023-01-31", "limit": "1个月"},
        {"from": "2024-02-29", "limit": "1年"},
        {"from": "2015-09-30", "limit": "60日", "profile": "行政复议法"},
        {"from": "2014-08-28", "limit": "15日", "profile": "民法典"},
        {"from": "2019-02-01", "limit": "3个工作日"},
        {"from": "2018-12-28", "limit": "1个工作日"},
        {"from": "2020-01-23", "limit": "1个工作日"},
        {"from": "2020-01-23", "limit": "10日", "profile": "行政许可法"},
        {"from": "2026-09-28", "limit": "20日", "profile": "行政许可法"},
        {"from": "2026-09-28", "limit": "20个工作日", "extend": "10个工作日"},
        {"from": "2026-09-28", "limit": "45日", "profile": "行政许可法", "extend": "15日"},
        {"from": "2026-04-01", "limit": "20个工作日", "extendTo": "30个工作日"},
        {"from": "2025-03-03", "limit": "5日", "profile": "行政处罚法"},
        {"from": "2025-03-03", "limit": "6日", "profile": "行政处罚法"},
        {"from": "2025-03-03", "limit": "7日", "profile": "行政处罚法"},
        {"from": "2025-09-26", "limit": "10日", "profile": "行政强制法"},
        {"from": "2025-09-26", "limit": "11日", "profile": "行政强制法"},
        {"from": "2025-09-26", "limit": "30日", "profile": "行政强制法"},
        {"from": "2024-09-27", "limit": "10日", "profile": "行政复议法"},
        {"from": "2024-09-27", "limit": "15日", "profile": "机动车登记规定"},
        {"from": "2024-09-27", "limit": "15日", "profile": "驾驶证规定"},
        {"from": "2024-09-27", "limit": "5日", "profile": "驾驶证规定"},
        {"from": "2024-09-20", "limit": "10日", "profile": "道交违法记分办法"},
        {"from": "2024-09-20", "limit": "3日", "profile": "审计法实施条例"},
        {"from": "2024-09-20", "limit": "15日", "profile": "外国人入境出境管理条例"},
        {"from": "2025-04-30", "limit": "20个工作日", "profile": "政府信息公开条例"},
        {"from": "2025-04-30", "limit": "30个工作日", "profile": "不动产登记暂行条例"},
        {"from": "2025-04-30", "limit": "30日", "profile": "不动产登记暂行条例"},
        {"from": "2025-04-30", "limit": "3个工作日", "profile": "市场主体登记条例", "extend": "3个工作日"},
        {"from": "2023-05-31", "limit": "3个月", "profile": "商标法实施条例"},
        {"from": "2016-08-28", "limit": "10年", "profile": "注册商标有效期"},
        {"from": "2014-02-28", "limit": "10年", "profile": "注册商标有效期"},
        {"from": "2012-02-29", "limit": "10年", "profile": "注册商标有效期"},
        {"from": "2020-05-31", "limit": "1个月", "profile": "注册商标有效期"},
        # Backward: strictly before, never later.
        {"from": "2026-03-20", "limit": "-7个自然日"},
        {"from": "2026-03-20", "limit": "-7日", "profile": "行政许可法"},
        {"from": "2026-10-12", "limit": "-7个工作日"},
        {"from": "2026-10-08", "limit": "-3个自然日", "roll": True},
        {"from": "2024-03-31", "limit": "-1个月"},
        {"from": "2024-02-29", "limit": "-1年"},
        {"from": "2026-09-28T10:20:00+08:00", "limit": "-24小时"},
        {"from": "2026-09-28T10:20:00+08:00", "limit": "-24小时", "profile": "民事诉讼法"},
        # Hours: from the moment, or without the hour begun; they never roll.
        {"from": "2026-09-28T10:20:00+08:00", "limit": "24小时"},
        {"from": "2026-09-28T10:20:00+08:00", "limit": "24小时", "profile": "民事诉讼法"},
        {"from": "2026-09-28T10:00:00+08:00", "limit": "24小时", "profile": "民事诉讼法"},
        {"from": "2026-09-30T17:45:00+08:00", "limit": "48小时", "profile": "公安机关办理行政案件程序规定"},
        {"from": "2026-09-30T20:00:00Z", "limit": "4小时"},
        {"from": "2026-09-30T11:30:00-05:00", "limit": "8小时", "roll": True},
        {"from": "2026-09-30T09:10:00+08:00", "limit": "30分钟", "profile": "民事诉讼法"},
        {"from": "2026-09-30T23:50:00+08:00", "limit": "30分钟"},
        {"from": "2026-09-30T09:10:00+08:00", "limit": "0.5小时"},
        {"from": "2026-04-02T16:00:00+08:00", "limit": "24小时",
         "pauses": [{"from": "2026-04-03", "to": "2026-04-06"}]},
        {"from": "2026-04-02T16:00:00+08:00", "limit": "24小时", "extend": "12小时"},
        # A limit in days from an instant: the civil date in Beijing.
        {"from": "2025-12-31T16:30:00Z", "limit": "5个工作日"},
        {"from": "2025-12-31T15:59:59Z", "limit": "5个工作日"},
        # Halves.
        {"from": "2026-09-28", "limit": "0.5个工作日"},
        {"from": "2026-09-28", "limit": "2.5个工作日"},
        {"from": "2026-09-28", "limit": "2.5个工作日", "extend": "0.5个工作日"},
        {"from": "2026-09-28", "limit": "2.5个工作日", "extend": "1.5个工作日"},
        {"from": "2026-09-30", "limit": "0.5个工作日"},
        {"from": "2026-09-30", "limit": "1.5个工作日", "pauses": [{"from": "2026-10-09", "to": "2026-10-09"}]},
        # Done at once, and nothing to count.
        {"from": "2026-09-28", "limit": "即办"},
        {"from": "2026-10-03", "limit": "即办"},
        {"from": "2026-10-03", "limit": "即办", "roll": False},
        {"from": "2026-10-03", "limit": "0个工作日"},
        {"from": "2026-10-10", "limit": "即办"},
        # Starts on rest days.
        {"from": "2026-10-04", "limit": "1个工作日"},
        {"from": "2025-05-03", "limit": "5个工作日"},
        # Rolls: over a long holiday, to a made-up Sunday, none, across the end of a year.
        {"from": "2025-09-22", "limit": "10个自然日"},
        {"from": "2025-09-22", "limit": "10个自然日", "roll": False},
        {"from": "2022-09-24", "limit": "10日", "profile": "民法典"},
        {"from": "2024-12-22", "limit": "10个自然日"},
        {"from": "2022-12-21", "limit": "10个自然日"},
        {"from": "2010-02-06", "limit": "7个自然日"},
        {"from": "2007-12-20", "limit": "10个自然日"},
        # Pauses: both ends left out, united, ignored before and after, over the last day, up to the roll.
        {"from": "2026-03-02", "limit": "20日", "profile": "行政许可法",
         "pauses": [{"from": "2026-03-09", "to": "2026-03-13"}]},
        {"from": "2026-03-02", "limit": "20个工作日",
         "pauses": [{"from": "2026-03-09", "to": "2026-03-13"}, {"from": "2026-03-12", "to": "2026-03-18"}]},
        {"from": "2026-03-02", "limit": "20个工作日",
         "pauses": [{"from": "2026-03-16", "to": "2026-03-18"}, {"from": "2026-03-09", "to": "2026-03-15"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-03-10", "to": "2026-03-20"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-03-09", "to": "2026-03-20"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-02-24", "to": "2026-03-02"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-02-24", "to": "2026-03-03"}]},
        {"from": "2026-03-02", "limit": "15个自然日", "pauses": [{"from": "2026-03-10", "to": "2026-03-19"}]},
        {"from": "2026-03-02", "limit": "1个月", "pauses": [{"from": "2026-03-30", "to": "2026-04-03"}]},
        {"from": "2026-03-02", "limit": "1个月",
         "pauses": [{"from": "2026-03-30", "to": "2026-04-03"}, {"from": "2026-04-06", "to": "2026-04-10"}]},
        {"from": "2026-03-07", "limit": "7个自然日", "pauses": [{"from": "2026-03-16", "to": "2026-03-17"}]},
        {"from": "2026-03-09", "limit": "7个自然日", "pauses": [{"from": "2026-03-17", "to": "2026-03-18"}]},
        {"from": "2026-03-02", "limit": "20个工作日", "extend": "10个工作日",
         "pauses": [{"from": "2026-04-01", "to": "2026-04-30"}]},
        # Extensions in another unit run on from where the limit ended, and move once, at the end.
        {"from": "2026-01-31", "limit": "1个月", "extend": "1个月"},
        {"from": "2026-03-02", "limit": "2个月", "extend": "10个工作日"},
        {"from": "2026-03-02", "limit": "20个工作日", "extend": "15个自然日"},
        {"from": "2026-03-02", "limit": "60个自然日", "extend": "1个月"},
        {"from": "2026-03-02", "limit": "3个月", "extendTo": "1年", "roll": False},
        # What must be refused.
        {"from": "2026-02-30", "limit": "5个工作日"},
        {"from": "2023-02-29", "limit": "5个工作日"},
        {"from": "2026-13-01", "limit": "5个工作日"},
        {"from": "2026/03/01", "limit": "5个工作日"},
        {"from": "2026-3-1", "limit": "5个工作日"},
        {"from": "2026-03-02", "limit": "无法定时限"},
        {"from": "2026-03-02", "limit": "24小时"},
        {"from": "2026-03-02", "limit": "0.5个月"},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-03-10", "to": "2026-03-09"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "pauses": [{"from": "2026-02-29", "to": "2026-03-09"}]},
        {"from": "2026-03-02", "limit": "-5个工作日", "pauses": [{"from": "2026-02-02", "to": "2026-02-09"}]},
        {"from": "2026-03-02", "limit": "5个工作日", "extend": "0个工作日"},
        # Settled and unsettled days.
        {"from": "2026-12-21", "limit": "5个工作日"},
        {"from": "2026-12-21", "limit": "6个工作日"},
        {"from": "2026-12-18", "limit": "10个自然日"},
        {"from": "2026-12-18", "limit": "11个自然日"},
        {"from": "2026-12-18", "limit": "11个自然日", "roll": False},
        {"from": "2006-12-25", "limit": "5个工作日"},
        {"from": "2006-12-31", "limit": "5个工作日"},
        {"from": "2007-01-04", "limit": "-1个工作日"},
    )
    # The monthly tax term: 15 days after the end of the month.
    for year in range(2020, 2027):
        for month in range(1, 13):
            if month in (1, 2, 4, 5, 6, 9, 10) or (year + month) % 4 == 0:
                start = date(year, month, 1) - ONE_DAY
                yield {"from": start.isoformat(), "limit": "15日", "profile": "税收征管法实施细则"}


def hard_starts():
    """Starts beside every long holiday, each asked another way."""
    limits = ("1个工作日", "5日", "20个工作日", "10个自然日", "1个月", "-5个工作日")
    index = 0
    for year, notice in NOTICES.items():
        for first, last in notice["off"]:
            if date.fromisoformat(last) - date.fromisoformat(first) < timedelta(days=4):
                continue
            for day in (date.fromisoformat(first) - ONE_DAY, date.fromisoformat(last)):
                case = {"from": day.isoformat(), "limit": limits[index % len(limits)]}
                if case["limit"] == "5日":
                    case["profile"] = "行政许可法"
                yield case
                index += 1


def at_random(count):
    rng = random.Random(20261122)
    profiles = sorted(BARE_WORKDAYS) + ["民法典", "不动产登记暂行条例", "税收征管法实施细则", "商标法实施条例",
                                        "民事诉讼法", "刑事诉讼法", "注册商标有效期"]

    def some_day(first, last):
        return first + timedelta(days=rng.randrange((last - first).days + 1))

    for _ in range(count):
        start = some_day(date(2007, 1, 2), date(2025, 6, 30))
        unit = rng.choice(("个工作日", "个工作日", "个自然日", "日", "日", "个月", "年"))
        size = {"个月": rng.randint(1, 8), "年": 1}.get(unit, rng.choice((1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90)))
        case = {"from": start.isoformat(), "limit": f"{size}{unit}", "profile": rng.choice(profiles)}
        if rng.random() < 0.4:
            case["pauses"] = []
            for _ in range(rng.randint(1, 3)):
                first = some_day(start - timedelta(days=5), start + timedelta(days=60))
                case["pauses"].append({"from": first.isoformat(),
                                       "to": (first + timedelta(days=rng.randint(0, 20))).isoformat()})
        if rng.random() < 0.3:
            case["extend"] = rng.choice(("5个工作日", "10个工作日", "15个自然日", "1个月"))
        if rng.random() < 0.2:
            case["roll"] = rng.random() < 0.5
        yield case


def main():
    lines, seen = [], set()
    for case in [*hand_picked(), *hard_starts(), *at_random(120)]:
        key = json.dumps(case, sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
        try:
            expected = solve(case)
        except Refused as refused:
            expected = {"error": str(refused)}
        # Beyond the published days only the mark is compared: how to guess is no matter of law.
        if expected.get("provisional"):
            expected = {"provisional": True}
        lines.append(json.dumps({"input": case, "expected": expected}, ensure_ascii=False))
    path = HERE.parent / "calendar" / "deadline-cases.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "cases")


main()
