### 值班台的全部文字。键名与 en/zhiban.ftl 一一对应。

## 人和单位

actor-post = { $post } 岗
actor-system = 系统
actor-with-person = { $actor } { $person }

## 件的类别、标签、阶段

kind-ordinary = 普通
kind-urgent = 紧急
kind-waste-sorting = 垃圾
kind-inspection = 巡查
kind-call-up = 呼叫
kind-full-ordinary = 普通自处件
kind-full-urgent = 紧急件
kind-full-waste-sorting = 垃圾分类件
kind-full-inspection = 巡查走访件
kind-full-call-up = 呼叫件
tag-discipline = 纪委监督
tag-repeat = 重复
tag-difficult = 疑难
tag-sensitive = 敏感
tag-rebound = 易反弹
tag-unclear-duty = 权责不清
tag-at-risk = 恐逾期
tag-undecided = 待定类
stage-awaiting-sign = 待签收
stage-awaiting-dispatch = 待派发
stage-with-unit = 办理中
stage-awaiting-review = 待审核
stage-closed = 已办结
stage-aftercare = 办结后续
stage-void = 已作废
role-lead = 牵头
role-assist = 协办
verdict-accepted = 规范
verdict-nonstandard = 不规范
fault-not-point-by-point = 未逐条答复
fault-loop-not-closed = 未闭环
fault-off-the-question = 答非所问
fault-wording = 措辞态度
fault-photos-missing = 缺照片
fault-approval-missing = 缺负责人审批
fault-other = 其他
rating-satisfied = 满意
rating-basically-satisfied = 基本满意
rating-dissatisfied = 不满意
about-unit-sign = 签收
about-reply = 答复
about-close = 办结
party-unit = 承办单位
party-office = 处置办
already-signed = 街道签收
already-dispatched = 派发
already-unit-signed = 单位签收
already-replied = 答复
already-reviewed = 审核
already-closed = 办结
suggestion-repeat = 疑为重复件
suggestion-sensitive = 疑为敏感件
suggestion-unclear-duty = 疑为权责不清
suggestion-report = 应报主官
suggestion-escalate = 应上报
suggestion-consult = 应会商
suggestion-lead = 应定牵头

## 时限与状态

clock-street-sign = 街道签收
clock-dispatch = 派发
clock-unit-sign = 单位签收
clock-transfer = 转办、加批
clock-consult = 会商
clock-close = 办结
clock-reply = 答复
clock-rereply = 重新答复
clock-extension-unit = 单位提延期
clock-extension-office = 街道申请延期
clock-follow-up = 差评回访
clock-appeal = 申诉
clock-look-back = 回头看
state-waiting = 未起算
state-running = 进行中
state-met = 按时
state-late = 迟
state-overdue = 逾期
state-expired = 已过期
state-void = 不计

## 事实

event-received = 接件
event-signed = 街道签收
event-dispatched = 派发
event-unit-signed = 单位签收
event-phone-reminded = 电话提醒
event-transferred = 转办
event-co-assign-requested = 申请加批
event-replied = 答复
event-reviewed = 审核
event-extension-requested = 申请延期
event-extension-decided = 延期批复
event-closed = 办结
event-rated = 评价
event-followed-up = 差评回访
event-reworked = 返工
event-consulted = 会商
event-contacted = 告知诉求人
event-escalated = 上报
event-reported-to-principal = 报主官
event-linked = 关联
event-suggestion-dismissed = 不采纳建议
event-appealed = 申诉
event-appeal-decided = 申诉裁定
event-looked-back = 回头看
event-tagged = 加标签
event-untagged = 去标签
event-noted = 备注
event-amended = 更正
event-voided = 作废
event-undone = 撤销
event-excused = 非履职不力
event-confirmed = 平台核对一致
event-differed = 与平台不一致
event-revision-adopted = 改用新规则
event-swapped = 调班
event-stood-in = 代班
event-handed-over = 交接
event-step-done = 问责步骤

## 时间

weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日
span-days = { $days } 天 { $hours } 小时
span-hours = { $hours } 小时 { $minutes } 分
span-minutes = { $minutes } 分 { $seconds } 秒
span-whole-minutes = { $minutes } 分
span-seconds = { $seconds } 秒

## 屏幕：页首、队列、页脚

desk = 值班台
desk-demo = 演示
day-working = 工作日
day-off = 休息日
day-make-up = 调休上班
day-unlisted = { $kind }(无日历)
time-working = 工作时间
time-not-working = 非工作时间
duty-post = { $post } 今日签收审核
duty-swapped = { $post } 今日签收审核（调班）
duty-short = { $post }值班
count-to-sign = 待签
count-to-dispatch = 待派
count-to-reply = 待答复
count-overdue = 逾期
head-number = 件号
head-kind = 类
head-title = 事由
head-sign = 签收
head-dispatch = 派发
head-unit-sign = 单位签收
head-reply = 答复
head-close = 办结
unit-phoned = 电
unit-day = 天
unit-hour = 时
unit-minute = 分
unit-expired = 过期
group-decide = 待定：类别或属地未定，按 e 定
group-community = { $community } · { $post }
group-no-unit = 未派单位
group-nothing-due = 没有在走的时限
group-cases = { $count } 件
group-next = 最近 { $left }
grouping-community = 按社区
grouping-due = 按到期日
grouping-unit = 按单位
grouping-stage = 按阶段
queue-logged-as = 以 { $who } 记
queue-place = { $place }/{ $shown }
queue-place-of = { $place }/{ $shown }（共 { $all }）
queue-empty = 没有在办的件。按 n 录入，或在另一个窗口运行 zhiban import 导入，这里随即出现。
queue-nothing-found = 没有找到 { $typed }
queue-loading = 正在读取……
status-marked = 已选 { $count } 件
status-found = 查找 { $typed }
status-at = 按 { $at } 记
status-writing = 正在写入 { $count } 件
too-small = 窗口太小：现在 { $width }x{ $height }，至少 { $least_width }x{ $least_height }

## 状态行

notice-did = { $number } 已记：{ $what }（{ $at }）
notice-undid = { $number } 已撤销：{ $event }
notice-did-many = { $count } 件已记：{ $what }
deed-dispatched = 派发 { $units }
notice-refused = { $number } 未办：{ $why }
notice-refused-some = 已办 { $done } 件，未办 { $refused } 件；{ $number }：{ $why }
notice-failed = 没有写入：{ $problem }
notice-left = { $number } 已在别处办理，离开了队列，请重新选件
notice-nothing-in-hand = 没有选中的件
notice-still-writing = { $number } 上一步还在写入
notice-no-community = { $number } 没有属地社区：按 e 定属地，或按 d 选单位
notice-already-with = { $number } 已派 { $units }，没有再派；改派、加单位按 d
notice-already-dispatched = { $number } 已派发过，没有再派；改派、加单位按 d
notice-no-unit = { $number } 还没有承办单位，不用电话提醒
notice-nothing-to-undo = { $number } 没有可以撤销的
notice-no-group = 没有这一组
notice-demo = 演示：件全是虚构的，时间快 { $speed } 倍，按键照常用，退出后一件不留
notice-draft-kept = 没存的新件留着，按 n 接着填
notice-draft-back = 接着上次没存的新件；Ctrl-U 清空一项
notice-how-to-leave = Ctrl-C 不退出；退出按 F10，在队列里也可按 q
notice-copied = 已复制件号 { $number }
notice-missing = { $number } 已不在库里

## 键

key-space = 空格
key-enter = 回车
key-backspace = 退格
key-delete = Del
key-left = 左
key-right = 右
key-up = 上
key-down = 下
action-sign = 签收
action-dispatch = 派发：选单位
action-sign-and-dispatch = 签收并派属地社区
action-remind = 电话提醒
action-decide = 定类别、属地
action-undo = 撤销最近一步
action-new-case = 录入新件
action-at-time = 补记：说明何时办的
action-open = 看详情
action-search = 查找（拼音首字母、全拼、汉字、件号）
action-regroup = 换分组
action-mark = 选中、取消选中
action-mark-all = 全选、全不选
action-copy-number = 复制件号
action-help = 帮助
action-palette = 全部操作
action-theme = 换配色
action-quit = 退出
action-up = 上移
action-down = 下移
action-page-up = 上一页
action-page-down = 下一页
action-first = 到开头
action-last = 到末尾
action-previous-group = 上一组
action-next-group = 下一组
action-group = 到第 { $place } 组
action-back = 返回、取消
action-accept = 确定
action-save = 保存
action-next-field = 下一项
action-previous-field = 上一项
action-next-value = 换下一个值
action-previous-value = 换上一个值
action-toggle-assist = 协办、取消协办
action-unanswered = 记为未接通
short-sign = 签收
short-dispatch = 派发
short-sign-and-dispatch = 签收并派属地
short-remind = 电话提醒
short-decide = 定类
short-undo = 撤销
short-new-case = 新件
short-at-time = 补记
short-open = 详情
short-search = 查找
short-regroup = 分组
short-mark = 多选
short-help = 帮助
short-quit = 退出
short-back = 返回
short-accept = 确定
short-save = 保存
short-next-field = 下一项
short-next-value = 换值
short-toggle-assist = 协办
short-unanswered = 未接通
scope-queue = 队列
scope-case = 详情
scope-search = 查找
scope-dispatch = 派发
scope-remind = 电话提醒
scope-form = 录入、定类
scope-at-time = 补记
scope-confirm = 询问
scope-help = 帮助
scope-palette = 全部操作
help-signs = 记号
help-sign-hand = 当前件
help-sign-marked = 已选中
help-sign-over = 这件有时限已逾期
help-sign-overdue = 已逾期，数字为超过多久
help-sign-near = 快到时限
help-sign-decide = 要定类别或属地
help-sign-met = 按时办到，数字为还剩多久
help-sign-late = 逾期后才办到，数字为晚了多久
help-sign-phoned = 已电话提醒该单位，逾期由它负责
help-sign-waiting = 还没起算
help-sign-void = 不计时限
help-input-methods = 中文输入法下，全角字母、数字、标点等同半角；字母被吃掉时用 F 键或 Ctrl 键。

## 各窗口

search-prompt = 查找
dispatch-title = 派发 { $number }
dispatch-title-many = 派发 { $count } 件
dispatch-filter = 单位
dispatch-own = 属地
dispatch-present = 在办
dispatch-hint = 字母筛选，空格加协办，回车派发，光标所在为牵头
dispatch-assisting = 协办 { $units }
dispatch-none = 没有这样的单位
remind-title = 电话提醒 { $number }
remind-about = 催{ $about }
remind-no-phone = 未留电话
remind-hint = 接通按回车，未接通按 n
new-case-title = 录入新件
decide-title = 定类别、属地 { $number }
decide-hint = 已签收的件要写理由
form-hint = F2 保存，Tab 下一项，左右换值，Esc 返回
form-sent = 正在写入……
field-number = 件号
field-kind = 类别
field-community = 属地社区
field-title = 事由
field-received = 接件时间
field-close-due = 办结时限
field-address = 地址
field-body = 内容
field-reporter = 诉求人
field-phone = 电话
field-reason = 理由
field-unassigned = 未定
field-now = 空着为现在
field-by-rule = 空着按规则算
field-empty = 不能空
field-bad-number = 件号应为 1 至 64 个字符
field-taken = 这个件号已在队列里
field-not-a-time = 看不懂，应如 9:03、11-22 21:50
field-future = 晚于现在
field-before-receipt = 早于接件时间
at-time-title = 补记：下一步何时办的
at-time-hint = 如 9:03 或 11-22 21:50；空着回车为现在
at-time-not-a-time = 看不懂，应如 9:03、11-22 21:50
at-time-future = { $at } 还没到
confirm-undo-title = 撤销 { $number }
confirm-undo = 撤销 { $who } 于 { $at } 记的“{ $event }”？原记录和撤销都留在日志里。
confirm-batch = 对已选的 { $count } 件办“{ $act }”，其中 { $hidden } 件不在屏幕上。都办吗？
batch-dispatch = 派发 { $units }
palette-title = 全部操作
palette-none = 没有这样的操作
help-title = 帮助

## 详情

page-loading = 正在读取……
page-nothing = 没有选中的件
page-received = 接件
page-community = 属地
page-close-due = 办结时限
page-address = 地址
page-reporter = 诉求人
page-phone = 电话
page-channel = 渠道
page-unassigned = 未定
page-decide = 类别或属地未定，按 e 定
page-row-kind = 原表类别“{ $word }”
page-row-community = 原表社区“{ $word }”
page-already = 进台前已办：{ $steps }
page-unconfirmed = 平台尚未核对
page-gaps = { $years } 年没有日历数据，按星期推算
page-text = 全文
page-text-below = …（全文在页末）
page-units = 单位
page-unit-signed = { $at } 签收
page-unit-unsigned = 未签收
page-unit-signed-before = 进台前签收
page-unit-left = { $at } 转出
page-clocks = 时限
page-base = { $base } 起
page-due = 到 { $due }
page-met = { $met } 办
page-answers = { $who } 负责
page-answers-both = { $post }、{ $unit } 共同负责
page-breaches = 逾期与责任
page-breach = { $rule } { $clock } 迟 { $late }
page-because = 依据：{ $facts }
page-because-fact = { $at } { $event }
page-timeline = 经过
page-undone = 已撤销
page-keyed-later = { $at } 补录
page-answered = 接通
page-unanswered = 未接通
page-photos = 照片 { $count } 张
page-approved = { $who } 审批
page-granted = 同意至 { $at }
page-not-granted = 不同意
page-upheld = 成立
page-not-upheld = 不成立
page-stable = 稳定
page-unstable = 不稳定

## 不予办理的原因

refusal-unknown-case = 没有 { $number } 这个件
refusal-already-there = { $number } 已经在库里
refusal-future = { $at } 还没到，不能记将来的事
refusal-before-receipt = 早于接件时间 { $at }
refusal-already-done = { $who } 已于 { $at } { $what }
refusal-already-before = 进入值班台之前就已办过
refusal-closed = 已办结
refusal-closed-by = { $who } 已于 { $at } 办结
refusal-void = { $who } 已于 { $at } 作废
refusal-not-closed = 还没办结（{ $stage }）
refusal-not-on-case = { $unit } 不在这个件上
refusal-which-unit = 件上没有单位，或不止一个；要指明是哪个
refusal-not-lead = 牵头的是 { $lead }，不是 { $unit }
refusal-nobody-leads = 还没有牵头单位，{ $unit } 不能答复
refusal-no-reply = 还没有答复
refusal-already-reviewed = 最近一次答复已审核
refusal-already-reviewed-by = { $who } 已于 { $at } 审核最近一次答复
refusal-not-accepted = 最近一次答复未审核通过
refusal-needs-reason = 要写明理由
refusal-no-units = 没有选承办单位
refusal-one-lead = 只能有一个牵头单位，同一单位不能出现两次
refusal-no-community = 没有属地社区，先定属地或按 d 选单位
refusal-no-close-due = 同意延期要写明新的办结时限
refusal-no-bad-rating = 没有成立的差评
refusal-no-open-appeal = 没有待裁定的申诉
refusal-no-look-back = 没有要做的回头看
refusal-tag-unchanged = 标签没有变化
refusal-nothing-changed = 内容没有变化
refusal-nothing-to-undo = 没有可以撤销的
refusal-no-such-fact = 没有编号为 { $id } 的有效记录
refusal-receipt-stands = 接件不能撤销；录错了用 zhiban void 件号 --reason 理由
refusal-later-fact = 之后 { $who } 于 { $at } 已{ $what }，先撤销那一步
refusal-changed = 这个件刚被改动过，请看清后再办
refusal-changed-by = { $who } 刚于 { $at } { $what }，请看清后再办
refusal-same-case = 不能与自己关联
refusal-same-post = 不能由自己代自己的班

## 导入时的问题

problem-missing = 不能空
problem-not-a-time = 看不懂的时间，应如 2026-11-23 09:00:00
problem-twice-in-file = 件号在前面的行已出现过
problem-bad-number = 件号应为 1 至 64 个可见字符
problem-inexact-number = 件号超过 15 位而单元格是数字，末尾几位已不是原来的；应为文本格式
problem-unknown-kind = 不认识的类别，按普通件收入并请定类
problem-unknown-community = 不认识的社区，按未定属地收入
problem-unknown-status = 不认识的状态，按没有状态处理
problem-unknown-rating = 不认识的评价，未采用
problem-unknown-unit = 不认识的单位，照原文保留
problem-unknown-tag = 不认识的标签，未采用
problem-broken-text = 含无法解码的字节，已用 � 代替
problem-before-receipt = 早于接件时间，未采用
problem-control-characters = 含控制字符，已去除
problem-too-many-cells = 单元格比表头多
problem-too-long = 文字过长，已截断（标题的全文放在正文开头）
problem-future = 晚于现在

## 命令行

unassigned = 未定属地
list-separator = 、
list-empty = 没有这样的件
next-left = { $clock } 还有 { $span }
next-overdue = { $clock } 逾期 { $span }
act-done = { $number } 已记：{ $what }；现在{ $stage }
act-done-next = { $line }；{ $clock } { $due } 到期
calendar-gaps = { $years } 年没有放假安排，时限按星期推算

label-title = 事由
label-address = 地址
label-reporter = 诉求人
label-phone = 电话
label-channel = 渠道
label-body = 内容
label-received = 接件
label-close-due = 办结时限
label-tags = 标签
label-units = 单位
label-base = 起算
label-due = 到期
label-met = 办理
label-answers = 责任
section-clocks = 时限
section-breaches = 逾期
section-timeline = 经过
breach-line = { $rule } { $clock } 逾期 { $late } · 责任 { $answers } · 依据 { $because }
fact-undone = （已撤销）

explain-not-yet = { $now } 时 { $number } 还没有接件
explain-two-cases = 事实涉及 { $first } 和 { $second } 两个件，一次只能说一个件
explain-no-receipt = 没有接件（received）这一条，说不出时限

log-exported = 已写出 { $count } 条记录到 { $file }
log-imported = 新 { $new } 条，已有 { $known } 条，新规则 { $revisions } 份
log-cleaned = { $count } 条里有控制字符，已去掉
backup-done = 已备份到 { $file }
restore-asks = 将用 { $file } 换下 { $store }
restore-asks-mend = 确认请加 --yes，换下的库会留在旁边
restore-done = 已用 { $file } 恢复 { $store }
restore-done-kept = 已用 { $file } 恢复 { $store }，换下的库留在 { $kept }

doctor-good = 好
doctor-bad = 坏
doctor-told = 　
doctor-store = 库 { $path }：{ $facts } 条记录，{ $cases } 件，在办 { $open } 件
doctor-no-store = 库 { $path } 还没有，第一次导入时建立
doctor-rebuilt = 件的投影与记录不符，已按记录重建
doctor-file = 数据库文件：{ $problem }
doctor-projection = { $number } 的列表与记录对不上
doctor-gap = { $desk } 台第 { $after } 条之后是第 { $found } 条，中间缺记录
doctor-fact = 记录读不出：{ $problem }
doctor-damaged = 库 { $path } 已损坏（{ $problem }）
doctor-readable-all = { $facts } 条记录全都读得出：用 zhiban log export 文件 救出来，再用 --store 新库 和 log import 文件 收进新库
doctor-readable-some = 只有前 { $facts } 条记录读得出：用 zhiban log export > 文件 救出这些
doctor-readable-none = 一条记录也读不出
doctor-restore = 有备份就用 zhiban restore 备份文件 --yes 恢复，{ $path } 会留在旁边
doctor-network = 库在网络盘（{ $system }）上，两个程序同时写会损坏，请移到本机盘
doctor-calendar = 放假安排已有 { $years } 年
doctor-calendar-missing = { $year } 年没有放假安排，按星期推算；把文件放进设置目录的 calendar 里
doctor-revision = 规则版本 { $revision }
doctor-no-terminal = 不在终端里，没有看屏幕
doctor-size = 终端 { $width }×{ $height }，应不小于 80×24
doctor-colours = 终端 { $colours } 色
doctor-wide = 终端把框线画成两格宽，请在设置里写 ascii = true
doctor-narrow = 框线占一格，边框不会断
doctor-writable = 可以写入
doctor-chinese = 汉字占两格，列对得齐
doctor-chinese-narrow = 终端没有把汉字画成两格宽，列会对不齐：请用 UTF-8 的区域设置，换一个支持中文宽度的终端

import-new = 新增 { $count } 件
import-amended = 更正 { $count } 件
import-confirmed = 核对一致 { $count } 件
import-differed = 与平台不一致 { $count } 件
import-unchanged = 没有变化 { $count } 件
import-dry = （试读，没有写入）
import-problem-kept = 第 { $row } 行 { $column }「{ $value }」：{ $problem }（已收入）
import-problem-skipped = 第 { $row } 行 { $column }「{ $value }」：{ $problem }（未收入）
import-skipped = { $count } 行没有收入，其余已收入
import-skipped-mend = 用 --problems 文件 写出这些行，改好后再导入
import-written = 没有收入的行已写到 { $file }
import-over-list = --problems 指的 { $file } 就是要导入的表
import-reading = 读取
import-writing = 写入
import-column = 问题
intake-bytes = 文件太大，超过 { $most } 字节
intake-unpacked = 解开后太大，超过 { $most } 字节
intake-rows = 行数太多，超过 { $most } 行
intake-text = 文字太多，超过 { $most } 字节
intake-empty = 是空文件；应为 xlsx、csv 或 json
intake-old-excel = 是旧版 xls 或加了密码；请另存为不加密的 xlsx
intake-html = 是网页；请另存为 xlsx 或 csv
intake-binary = 不认识的格式；应为 xlsx、csv 或 json
intake-broken = { $format } 已损坏：{ $problem }
intake-no-header = 找不到表头，缺 { $missing } 列；看到的是 { $seen }；可用 --map 指明
intake-no-column = 没有对照文件为 { $field } 指明的列 “{ $name }”；看到的是 { $seen }

error-no-home = 找不到用户目录，不知道库放在哪里
error-no-home-mend = 用 --store 指明文件
error-actor = { $option }：“{ $value }” 不是经办；应为 post:A、post:B 或 unit:单位名
error-unit = { $option }：没有单位 “{ $value }”；已知：{ $known }
error-community = { $option }：没有社区 “{ $value }”；已知：{ $known }
error-unreadable = { $file } 读不了：{ $problem }
error-unwritable = { $file } 写不了：{ $problem }
error-line = { $file } 第 { $line } 行：{ $problem }
error-config-key = { $file }：没有 { $key } 这个设置；已知：{ $known }
error-config-value = { $file }：{ $key } = { $found } 不对；应为 { $expected } 之一
error-policy = { $file }：{ $problem }
error-calendar = { $file }：{ $problem }
error-speed = { $option }：“{ $value }” 不对；应为 1 至 3600 的整数
error-exists = { $file } 已经存在
error-exists-mend = 换个文件名，或先移走它
error-refused = { $number }：{ $why }
error-reason-mend = 用 --reason 写明
error-restore-self = { $file } 就是现用的库
error-field = “{ $value }” 不能更正；应为 字段=值，字段有 { $known }
error-value = { $option }：“{ $value }” 不对；{ $problem }
error-mapping = { $file }：{ $problem }
error-list = { $file }：{ $problem }
error-terminal = 不在终端里，打不开值班台
error-terminal-mend = 在终端里运行，或用 zhiban list、zhiban show 看件
error-store = 库 { $file }：{ $problem }

expected-one-of = 应为其中之一：{ $known }
expected-time = 应为时间，如 2026-11-23T09:00
expected-date = 应为日期，如 2026-11-23
expected-number = 应为 1 至 64 个可见字符
expected-text = 不能空
expected-after-receipt = 早于接件时间 { $received }
expected-span = 应为一段时间，如 30m、2h、1d
expected-count = 应为 0 或正整数
expected-actor = 应为 post:A、post:B 或 unit:单位名
expected-utf8 = 应为 UTF-8 文字

store-unreadable = 打不开（{ $problem }）
store-unreadable-mend = 看看路径对不对、是不是你的文件
store-not-a-store = 不是值班台的库
store-not-a-store-mend = 用 --store 指明另一个文件
store-newer = 由更新的 zhiban 写成（库版本 { $found }，本程序认得到 { $known }）
store-newer-mend = 请更新 zhiban
store-replaced = 已不是打开时的那个文件
store-replaced-mend = 请退出，重新打开 zhiban
store-busy = 被别的程序占用超过 { $seconds } 秒
store-busy-mend = 关掉那个程序，或再试一次
store-read-only = 写不了
store-read-only-mend = 看看文件、目录的权限和磁盘
store-full = 磁盘满了
store-full-mend = 腾出空间再试
store-io = 读写出错（{ $problem }）
store-io-mend = 检查磁盘
store-corrupt = 已损坏（{ $problem }）
store-corrupt-mend = 运行 zhiban doctor 看还读得出多少，或用 zhiban restore 备份文件 --yes 恢复
store-revision = 没有规则版本 { $revision }
store-revision-mend = 先导入带着它的记录
store-sqlite = 所带 SQLite { $found } 两处同时写可能损坏库，要 3.51.3 或更新
store-database = 数据库拒绝：{ $problem }

usage-once = { $option } 只能给一次
usage-unknown-option = 没有 { $option } 这个参数
usage-unknown-command = 没有 { $name } 这个命令
usage-missing = 缺少 { $options }
usage-no-value = { $option } 后面要有值
usage-conflict = { $option } 不能与 { $other } 一起用
usage-similar = 是不是 { $similar }
usage-mend = 用法见 --help


## 命令行帮助

help-template =
    {"{about-with-newline}"}
    用法：{"{usage}"}

    {"{all-args}{after-help}"}
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-global = 通用选项
help-value-command = 命令
help-zhiban = 值班台：诉求件的签收、派发、时限与责任
help-run = 打开值班台（不写命令也是它）
help-demo = 打开演示：临时的库、虚构的一班，不动真库
help-import = 从 xlsx、csv、json 导入件
help-add = 手工录入一件
help-sign = 街道签收
help-dispatch = 派发给单位，不写单位即属地社区
help-unit-sign = 单位签收
help-remind = 记一次电话提醒
help-transfer = 单位退转
help-co-assign = 单位申请加批
help-excuse = 认定非履职不力
help-reply = 单位答复
help-review = 审核答复
help-extend = 延期的申请与批复
help-close = 办结
help-rate = 记诉求人评价
help-follow-up = 记差评回访
help-rework = 记返工
help-consult = 记会商
help-contact = 记已告知诉求人
help-escalate = 记上报分管领导或书记
help-report = 记报主官
help-link = 把两件关联为一事
help-dismiss = 不采纳一条建议
help-appeal = 申诉与裁定
help-look-back = 记回头看
help-tag = 加标签
help-untag = 去标签
help-note = 加备注
help-amend = 更正内容
help-void = 作废
help-undo = 撤销最近一步
help-swap = 调班
help-stand-in = 代班
help-handover = 交接
help-list = 列出件
help-show = 一件的内容、时限、责任与经过
help-explain = 对编造的经过说明时限与责任，不用库
help-log = 导出、导入全部记录
help-log-export = 导出为 JSON 行，不写文件即标准输出
help-log-import = 导入 JSON 行，重复导入不变
help-backup = 备份库
help-restore = 用备份恢复库
help-doctor = 检查库、放假安排和终端
help-completions = 输出命令补全脚本

help-arg-store = 库文件
help-arg-policy = 规则文件，默认用内置的
help-arg-lang = 语言，默认随系统
help-arg-json = 以 JSON 输出
help-arg-by = 谁办的：post:A、post:B 或 unit:单位名，默认当时值班的岗
help-arg-person = 经办人姓名
help-arg-now = 以此刻为现在
help-arg-help = 显示帮助
help-arg-version = 显示版本
help-arg-at = 发生的时间，默认现在
help-arg-note = 备注
help-arg-case = 件号
help-arg-cases = 件号，可以多个
help-arg-unit = 单位
help-arg-reason = 理由
help-arg-id = 记录编号
help-arg-speed = 快多少倍
help-arg-files = 要导入的文件
help-arg-dry-run = 只读不写
help-arg-map = 列名对照文件（TOML）
help-arg-problems = 把没有收入的行写到此文件
help-arg-number = 件号
help-arg-kind = 类别
help-arg-community = 属地社区
help-arg-title = 事由
help-arg-received = 接件时间，默认现在
help-arg-close-due = 办结时限
help-arg-tags = 标签
help-arg-body = 内容
help-arg-address = 地址
help-arg-reporter = 诉求人
help-arg-phone = 电话
help-arg-channel = 渠道
help-arg-stage = 阶段
help-arg-overdue = 只列逾期的
help-arg-due-within = 只列这段时间内到期的
help-arg-all = 办结、作废的也列
help-arg-search = 查件号、事由、内容、地址、社区、单位、电话，可用拼音首字母
help-arg-facts = 事实文件（JSON 行），- 为标准输入
help-arg-file = 文件
help-arg-yes = 确认换下现有的库
help-arg-shell = 哪种 shell
help-arg-to = 牵头单位
help-arg-transfer-to = 建议转给的单位
help-arg-escalate-to = 上报给谁
help-arg-report-to = 报给谁
help-arg-assist = 协办单位，可以多个
help-arg-about = 提醒什么
help-arg-unanswered = 没有接通
help-arg-from = 退转的单位
help-arg-grounds = 依据
help-arg-add = 要加的单位，可以多个
help-arg-of = 哪个时限，或 rating、review
help-arg-text = 内容
help-arg-photos = 照片张数
help-arg-approved-by = 审批的负责人
help-arg-verdict = 审核结论
help-arg-faults = 不规范之处，可以多个
help-arg-step = 哪一步
help-arg-unreviewed = 没有审核通过也办结
help-arg-rating = 评价
help-arg-other = 另一件的件号
help-arg-suggestion = 哪条建议
help-arg-stamped = 已盖章
help-arg-found = 是否稳定
help-arg-tag = 标签
help-arg-fields = 字段=值，值为空即清除
help-arg-roster = 撤销的是最近一次调班、代班或交接
help-arg-date = 日期
help-arg-handover-date = 哪一天，默认今天
help-arg-post = 哪个岗
help-arg-absent = 不在的岗
help-arg-stand-in-post = 代班的岗
help-examples-zhiban =
    例：
      zhiban demo                         看一看：虚构的一班，时间快 60 倍
      zhiban import 工单.xlsx             导入平台的件
      zhiban                              打开值班台
      zhiban sign FZ26112300012           签收
      zhiban dispatch FZ26112300012 --to 城管办
      zhiban list --overdue --json
help-examples-import =
    例：
      zhiban import 工单.xlsx --dry-run
      zhiban import 工单.csv --problems 待改.csv
    列名对照文件（--map）：字段 = 表头，或表头若干（在前的优先）；另可对照类别、环节、评价、社区的叫法：
      {"["}columns]
      number = "流水号"
      received = {"["}"转办时间", "来件时间"]
      {"["}kind]
      "加急工单" = "urgent"
      {"["}status]
      "流转中" = "in_progress"
      {"["}rating]
      "非常好" = "satisfied"
      {"["}community]
      "南街驿里片" = "驿里"
    字段：number received kind community title body address reporter phone channel close_due unit reply rating status closed tags
    环节：awaiting_sign awaiting_dispatch dispatched in_progress awaiting_review closed
help-examples-list =
    例：
      zhiban list --community 柳河 --due-within 30m
      zhiban list --search lhsq
help-examples-dispatch =
    例：
      zhiban dispatch FZ26112300012
      zhiban dispatch FZ26112300012 --to 城管办 --assist 柳河 --at 2026-11-23T09:03
help-examples-extend =
    例：
      zhiban extend FZ26112300012 request --by unit --reason 需要开挖
      zhiban extend FZ26112300012 grant --close-due 2026-11-26T17:00
help-examples-amend =
    例：
      zhiban amend FZ26112300012 community=柳河 kind=urgent --reason 平台改派

## What is told

tell-left = 还剩 { $span }
tell-due = 到时限
tell-over = 逾期 { $span }
tell-arrival = 新到{ $kind }
tell-again = 再次提醒
tell-repeated = （可能已提醒过）
tell-several = { $count } 项提醒
tell-several-over = { $count } 项提醒，{ $over } 项逾期
tell-missed = 错过 { $count } 项提醒：{ $why }
tell-more = 另有 { $count } 项，见值班台
absence-not-running = 值班台没开
absence-asleep = 休眠、暂停或时钟跳动
notice-name-review = 答复待审核
notice-name-report = 须报主官
notice-name-escalate = 纪委监督件须上报
notice-name-undecided = 类别或属地未定
shift-day = 今日 { $post }值班签收审核
shift-handover = 该交接了，明日 { $post }值班
shift-summary = 当日小结
shift-bulletin = 本周通报
shift-open = 未办结 { $open } 件，逾期 { $over } 件
todo-C1 = 请签收
todo-C2 = 请派发
todo-C3 = 请电话催 { $unit } 签收{ $phone }
todo-C4 = 转办、加批时限将过
todo-C5 = 请 { $unit } 征求领导意见
todo-C6 = 请审核办结
todo-C7 = 请催 { $unit } 答复{ $phone }
todo-C8 = 请催 { $unit } 重新答复{ $phone }
todo-C9 = 要延期的，请 { $unit } 尽快提出
todo-C10 = 要延期的，请尽快申请
todo-C11 = 请催 { $unit } 当日回访{ $phone }
todo-C12 = 要申诉的，请 { $unit } 尽快提出
todo-C13 = 请安排回头看
todo-review = 请审核答复
todo-report = 请报主官并记一笔
todo-escalate = 请上报分管领导或社区书记并记一笔
todo-undecided = 请按 e 定类别、属地
todo-phone = （{ $phone }）
button-sign = 签收
button-dispatch = 派属地
button-again = { $span }后再提醒
button-open = 看详情
banner-more = 另 { $count } 项按 r
banner-hint = x 知道了
header-notify = 通知失效
header-muted = 静音
notice-clock-ahead = 时钟向前跳了 { $span }（或机器休眠过）
notice-clock-back = 时钟向后跳了 { $span }
notice-notify-failed = 桌面通知失效，改用响铃和横幅；原因和办法见 zhiban doctor
notice-notify-works = 桌面通知恢复
notice-again = { $span }后再提醒
notice-nothing-in-view = 没有要确认的提醒
notice-muted = 已静音，横幅照常显示
notice-unmuted = 已恢复响铃
journal-title = 提醒记录 { $date }
journal-count = { $count } 条
journal-empty = 这一天没有提醒
journal-head-at = 该提醒
journal-head-told = 已提醒
journal-head-outcome = 结果
journal-head-means = 方式
journal-head-what = 事项
journal-day = 当日值班
journal-handover = 交接
outcome-telling = 正在提醒
outcome-told = 已提醒
outcome-told-late = 迟提醒
outcome-coalesced = 合并提醒
outcome-suppressed = 不必提醒
outcome-missed = 错过
outcome-failed = 通知失败
outcome-unknown = 不详
outcome-planned = 待提醒
means-desktop = 桌面
means-desktop-failed = 通知失败
means-banner = 横幅
means-digest = 汇总
means-command = 命令
means-command-failed = 命令失败
notify-silent = 通知服务 { $seconds } 秒没有答复
away-silent = 命令 { $seconds } 秒没有结束
away-failed = 命令：{ $problem }
scope-journal = 提醒记录
action-acknowledge = 提醒知道了
action-journal = 提醒记录
action-mute = 静音、恢复响铃
action-previous-day = 前一天
action-next-day = 后一天
short-previous-day = 前一天
short-next-day = 后一天
short-acknowledge = 知道了
help-reminders = 提醒记录：每个提醒点何时该提醒、何时怎样提醒的
help-arg-reminders-date = 哪一天，默认今天
doctor-notified = 桌面通知：已发出测试通知，由 { $server } 显示
doctor-notify-can = 桌面通知能做：{ $able }
doctor-notify-no-buttons = 这个通知服务没有按钮，签收、派发等请回值班台按键
doctor-notify-failed = 桌面通知发不出：{ $problem }
doctor-notify-mend = 请在桌面会话里运行，并装上通知服务（如 dunst、mako、桌面自带的）；在此之前用响铃和横幅提醒
doctor-notify-silent-mend = 通知服务停住了，请重启它；在此之前用响铃和横幅提醒
doctor-test-summary = 值班台测试通知
doctor-test-body = 看到这条，说明桌面通知可用
point-arrival = 新到
point-start = 起算
point-half = 过半
point-day-start = 当日早
point-due = 到时限
action-acknowledge-all = 全部提醒知道了
confirm-acknowledge-all = { $count } 项提醒，有些不在屏幕上。都算知道了吗？提醒记录里仍查得到。

# The citizen's name and number, and the case's page.
action-reveal = 显示诉求人姓名和电话，或重新遮住
page-openly = ! 姓名和电话正在显示，{ $until } 遮住（P 立即遮住）
page-other-desk = 席位 { $desk } 录入
section-sign = 一 签收
section-dispatch = 二 派发
section-handle = 三 办理
section-reply = 四 回复
section-appeal = 五 申诉

# The dossier of a case.
action-export-dossier = 导出卷宗（HTML、Markdown）
action-copy-verdicts = 复制逾期认定和依据
dossier-title = 诉求件卷宗 { $number }
dossier-about = 概况
dossier-kind = 类别
dossier-stage = 状态
dossier-already = 进台前已办
dossier-nothing-late = 没有逾期。
dossier-unmet = 尚未办
dossier-rule = 规定：{ $sections }。{ $reading }
dossier-evidence = 依据：{ $fact }
dossier-rule-head = 规则
dossier-clock = 时限
dossier-state = 情况
dossier-unit = 单位
dossier-role = 角色
dossier-left = 转出
dossier-at = 时间
dossier-who = 谁
dossier-event = 何事
dossier-says = 说明
dossier-keyed = 录入
dossier-as-of = 截至 { $at }
dossier-basis = 依据南办〔2024〕40号；时限按规则版本 { $revision } 计算。
dossier-masked = 诉求人姓名和电话已遮住。
notice-exported = 卷宗已导出 { $folder }/{ $files }
notice-export-failed = 卷宗未导出：{ $problem }
notice-verdicts-copied = { $number } 的逾期认定已复制
notice-nothing-late = { $number } 没有逾期，没有可复制的认定
notice-not-read = { $number } 还在读取，请再按一次
dossier-written = 卷宗已写入 { $file }
error-format = { $file } 不知是什么格式，文件名应以 .html 或 .md 结尾
help-arg-unmasked = 诉求人姓名和电话照原样显示，不遮住
help-arg-show-out = 写成卷宗（.html 或 .md），不覆盖已有文件
