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
# Before the countdown of what is owed after the close: a follow-up (C11), a look-back (C13).
cell-follow-up = 访
cell-look-back = 看
group-decide = 待定：类别或属地未定，按 e 定
group-community = { $community } · { $post }
group-no-unit = 未派单位
group-nothing-due = 没有在走的时限
group-cases = { $count } 件
group-next = 最近
grouping-community = 按社区
grouping-due = 按到期日
grouping-unit = 按单位
grouping-stage = 按阶段
queue-logged-as = 以 { $who } 记
queue-place = { $place }/{ $shown }
queue-place-of = { $place }/{ $shown }（共 { $all }）
queue-empty = 没有在办的件。按 n 录入，或在另一个窗口运行 zhiban import 导入，这里随即出现。
queue-nothing-found = 没有找到 { $typed }。回车：在全部件里找，办结的也在内
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
deed-outcome = { $event } { $said }
deed-unit-signed = 单位签收 { $unit }
deed-reminded = 电话提醒 { $unit }（{ $about }，{ $answered }）
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
notice-asked-again = 没有保存谁坐这里，下次打开还会问
notice-copied = 已复制件号 { $number }
notice-missing = { $number } 已不在库里
notice-not-backed-up = 每日备份没有做成：{ $problem }；1 小时后再试

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
action-skip = 跳过，直接进值班台
action-demo = 打开演示：虚构的一班
action-open = 看详情
action-search = 查找（拼音首字母、全拼、汉字、件号）
action-search-all = 连已办结的一起找
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
short-skip = 跳过
short-demo = 演示
short-open = 详情
short-search = 查找
short-search-all = 全部
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
scope-welcome = 第一次打开：谁坐这里
scope-welcome-name = 第一次打开：姓名
scope-welcome-ready = 第一次打开：好了
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
problem-over-already = 这个时间已经过了
act-units-below = （下面还有 { $count } 个）
problem-refused = 不同意的不填新时限
field-future = 晚于现在
field-before-receipt = 早于接件时间
at-time-title = 补记：下一步何时办的
at-time-hint = 如 9:03 或 11-22 21:50；空着回车为现在
at-time-not-a-time = 看不懂，应如 9:03、11-22 21:50
at-time-future = { $at } 还没到
confirm-act-title = { $act } { $number }
confirm-act = 记下“{ $act }”？
confirm-unit-sign = { $unit } 已经签收了吗？
confirm-close = 答复已审核通过。办结此件？办结后离开队列，u 可撤销。
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
page-row-reply = 平台名单的答复（时间不明）：{ $reply }
page-row-rating = 平台名单的评价（时间不明）：{ $rating }
page-row-kind = 原表类别“{ $word }”
page-row-community = 原表社区“{ $word }”
page-already = 进台前已办：{ $steps }
page-linked = 同一事项 { $number } { $stage } { $title }
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
page-base-back = 从 { $base } 倒推
page-due = 到 { $due }
page-met = { $met } 办
page-answers = { $who } 负责
why-not-phoned = W1：到期前没有电话催办记录，派发的岗位与单位共同负责
why-phoned = W1：到期前已电话催办，由单位单独负责
why-reply-late = W2：牵头单位没有按时答复，由单位负责
why-reply-in-time = W2：牵头单位按时答复，由到期当天值班的岗位负责
why-not-dispatched = W2：到期前没有派发，由负责派发的岗位负责
page-answers-both = { $post }、{ $unit } 共同负责
page-breaches = 逾期与责任
page-breach = { $rule } { $clock } 迟 { $late }
page-because = 依据：{ $facts }
page-because-fact = { $at } { $event }
page-timeline = 经过
page-undone = 已撤销
page-keyed-later = { $at } 补录
page-keyed-before = 录入时的时钟是 { $at }，比发生时间还早
page-clock-back = 录入时的时钟是 { $at }，此前往回拨过
page-erased = 文字已于 { $at } 清除诉求人信息
page-answered = 接通
page-unanswered = 未接通
page-photos = 照片 { $count } 张
page-approved = { $who } 审批
page-not-approved = 未写明谁审批
page-stamped = 已盖章
page-not-stamped = 未盖章
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
refusal-already-done = { $what }已办（{ $who } { $at }）
refusal-already-before = 进入值班台之前就已办过
refusal-closed = 已办结
refusal-closed-by = 已办结（{ $who } { $at }）
refusal-void = 已作废（{ $who } { $at }）
refusal-not-closed = 还没办结（{ $stage }）
refusal-not-on-case = { $unit } 不在这个件上
refusal-which-unit = 件上没有单位，或不止一个；要指明是哪个
refusal-not-lead = 牵头的是 { $lead }，不是 { $unit }
refusal-nobody-leads = 还没有牵头单位，{ $unit } 不能答复
refusal-no-reply = 还没有答复
refusal-already-reviewed = 最近一次答复已审核
refusal-already-reviewed-by = 最近一次答复已审核（{ $who } { $at }）
refusal-not-accepted = 最近一次答复未审核通过
refusal-needs-reason = 要写明理由
refusal-no-units = 没有选承办单位
refusal-one-lead = 只能有一个牵头单位，同一单位不能出现两次
refusal-no-community = 没有属地社区，先定属地或按 d 选单位
refusal-no-close-due = 同意延期要写明新的办结时限
refusal-close-due-before-receipt = 新的办结时限早于接件时间 { $at }
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
watch-new = { $at } 新到 { $number } { $kind } { $community } { $title }；下一步 { $step }
watch-changed = { $at } { $number } 现在{ $stage }；下一步 { $step }
watch-gone = { $at } { $number } 离开队列
watch-limit = { $at } { $number } { $limit }；下一步 { $step }
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
label-linked = 同一事项
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
restore-asks = 将用 { $file }（{ $comes }）换下 { $store }（{ $goes }）
restore-contents = { $cases } 件、{ $facts } 条记录，最后一条 { $latest }
restore-unreadable = 读不出来
restore-asks-mend = 确认请加 --yes，换下的库会留在旁边
restore-done = 已用 { $file } 恢复 { $store }
restore-done-kept = 已用 { $file } 恢复 { $store }，换下的库留在 { $kept }

doctor-good = 好
doctor-bad = 坏
doctor-told = 　
doctor-store = 库 { $path }：{ $facts } 条记录，{ $cases } 件，在办 { $open } 件
doctor-no-store = 库 { $path } 还没有，第一次导入时建立
doctor-rebuilt = 件的投影与记录不符，已按记录重建
doctor-backups = 每日备份：最近 { $last }，共 { $count } 份，在 { $folder }
doctor-no-backup = 还没有每日备份；每班结束时写到 { $folder }
doctor-no-backups-wanted = 按设置不做每日备份（keep_backups = 0）
doctor-file = 数据库文件：{ $problem }
doctor-projection = { $number } 的列表与记录对不上
doctor-gap = { $desk } 台第 { $after } 条之后是第 { $found } 条，中间缺记录
doctor-fact = 记录读不出：{ $problem }
doctor-damaged = 库 { $path } 已损坏（{ $problem }）
doctor-readable-all = { $facts } 条记录全都读得出：用 zhiban log export 文件 救出来，再用 --store 新库 和 log import 文件 收进新库
doctor-readable-some = 只有前 { $facts } 条记录读得出：用 zhiban log export > 文件 救出这些
doctor-readable-none = 一条记录也读不出
doctor-restore = 有备份就用 zhiban restore 备份文件 --yes 恢复，{ $path } 会留在旁边
doctor-secrets = 设置文件 { $file } 里有手机转发的口令，却让别的用户也读得到：请 chmod 600 这个文件
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
import-amended-case = { $number } 按平台更正：{ $what }
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
intake-bytes = 文件太大，超过 { $most } MB
intake-unpacked = 解开后太大，超过 { $most } MB
intake-parts = 工作簿里的部件太多，超过 { $most } 个
intake-rows = 行数太多，超过 { $most } 行；请分几次导出
intake-text = 文字太多，超过 { $most } MB
intake-empty = 是空文件；应为 xlsx、csv 或 json
intake-old-excel = 是旧版 xls 或加了密码；请另存为不加密的 xlsx
intake-html = 是网页；请另存为 xlsx 或 csv
intake-binary = 不认识的格式；应为 xlsx、csv 或 json
intake-broken = { $format } 已损坏：{ $problem }
intake-no-header = 找不到表头，缺 { $missing } 列；看到的是 { $seen }；可用 --map 指明
intake-no-column = 没有对照文件为 { $field } 指明的列 “{ $name }”；看到的是 { $seen }

# 收件箱
import-unread = 没有用到的列：{ $columns }（该用而没认出的，写一份 --map）
inbox-file = 收件箱 { $file }：{ $what }
inbox-skipped = 收件箱 { $count } 行没有收入，请改 problems/{ $mend } 再放进来；{ $file }：{ $what }
inbox-log = 收件箱 { $file }（另一台的记录）：新 { $new } 条，已有 { $known } 条
inbox-clashes = { $first }；还有 { $more } 处；{ $line }
clash-signed = 两台都签收了：{ $sides }
clash-dispatched = 两台派得不一样：{ $sides }
clash-desk = （台 { $desk }）
part-separator = ；
inbox-log-large = 比收件箱能收的大，超过 { $most } MB：请用 zhiban log import，或用 --since 少导出一些
inbox-unusable = 收件箱 { $file } 用不了，已放到 problems：{ $problem }
inbox-facts = 另一台的记录 { $count } 条
inbox-files = 收件箱收到 { $count } 个文件：{ $what }
inbox-files-care = 收件箱 { $count } 个文件中 { $care } 个要处理：{ $first }；合计：{ $what }
inbox-trouble = 收件箱暂时收不了，会再试：{ $problem }
inbox-empty = 收件箱里没有可收的文件
error-no-inbox = 没有设收件箱
error-no-inbox-mend = 写 zhiban inbox 文件夹，或在设置里写 inbox = "/文件夹"
help-inbox = 收入一个文件夹里的名单和记录
help-arg-folder = 文件夹；默认用设置里的 inbox
help-arg-watch = 一直看着这个文件夹，直到停下
help-arg-since = 只要这时以后录入的

# 粘贴的短信、网页
notice-pasted = 从粘贴的文字里认出 { $found } 项，猜了 { $guessed } 项，核对后按 F2 保存
notice-pasted-joined = ；换行改成了空格
notice-guessed-first = 类别、属地有一项是按用词猜的：对就再按 F2，不对就改
notice-left-out = 粘贴的文字太长，后面 { $signs } 个字没放进来
notice-lines-joined = 粘贴的文字有几行，这里只有一行：换行改成了空格
notice-pasted-nothing = 粘贴的文字没认出什么，全文放在内容里
field-guessed = ? 猜的，请核对
doctor-text-found = { $part }：{ $text }（规则 { $pattern }）
doctor-text-guess = { $part }：猜 { $value }（词 { $word }）
doctor-text-nothing = 什么也没认出，全文会放进内容
help-arg-doctor-text = 只看这段文字能认出什么；- 为标准输入

# 手机转发
phone-call = 打给{ $unit } { $seconds } 秒（手机上 { $at }），可作电话提醒的依据
phone-hint = 短信提到 { $number }（{ $from }）：{ $text }
phone-text = 短信（{ $from }）：{ $text }
phone-empty = 没有待处理的转发
phone-listens = 正在 { $address } 接收手机转发
phone-trouble = 收不了手机转发：{ $problem }
error-no-phone = 没有设手机转发
error-no-phone-mend = zhiban pair 会给出要写进设置的几行
error-no-message = 没有待处理的第 { $id } 条
pair-settings = 先把这几行写进设置，再打开值班台：
pair-app = 在手机的 SmsForwarder 里新建 Webhook 发送通道，这样填：
pair-loopback = 注意：listen 是本机地址，手机连不上；要改成这台电脑在办公网里的地址。线路是明文，只在可信的网里用，或在前面加 TLS。
help-phone = 手机转发来的短信和通话
help-pair = 怎样设置手机上的转发
help-arg-serve = 不开屏幕，一直接收
help-arg-settle = 这一条放一边
help-arg-phone-confirm = 把这一条去电记为电话提醒（W1）
help-arg-phone-attach = 把这一条附到它提到的件上
help-arg-phone-back = 放一边的这一条，放回待处理
help-arg-phone-case = 几件都在等那个单位时，说明是哪一件
error-which-case = 第 { $id } 条可能说的是这几件：{ $cases }
error-which-case-mend = 用 --case 说明是哪一件
error-owed-nothing = 第 { $id } 条不是打给欠着事的单位的电话
error-no-case = 第 { $id } 条没有提到本台有的件
phone-owed = 　　可能是催这件：{ $number } { $about } { $title }

# 手机转发看板
action-forwarded = 手机转发
action-take-as-case = 登记为新件（表格已填好，核对后存）
action-attach = 附到所提的件上（记为备注）
action-confirm-call = 把去电记为电话提醒（W1）
action-put-aside = 放一边
action-bring-back = 放一边的放回待处理
short-take-as-case = 新件
short-attach = 附到件上
short-confirm-call = 记为电话提醒
short-put-aside = 放一边
short-bring-back = 放回
header-forwarded = 手机 { $count }
forwarded-count = { $count } 条待处理
forwarded-count-more = { $count } 条待处理，先列 { $shown } 条
forwarded-settled = 已处理
forwarded-drafts = 可能是新件
forwarded-calls = 打给单位的电话
forwarded-hints = 提到已有的件
forwarded-empty = 手机转发来的都处理了
forwarded-none-settled = 还没有处理过
forwarded-call = { $unit } { $seconds } 秒
forwarded-unanswered = { $unit } 未接通
forwarded-owed-nothing = 当时没有件等它
forwarded-owed = 当时还没{ $about }，到期 { $due }；{ $came } 转到
forwarded-late = 手机上的时间 { $sent }，{ $came } 才转到
forwarded-logged = { $at } 已记过电话提醒
forwarded-hint-draft = n 填好新件表，核对后才存；x 放一边
forwarded-hint-call = c 记为这件的电话提醒（W1），时间按通话；x 不记
forwarded-hint-no-case = 没有件可记；x 放一边
forwarded-hint-hint = a 附到这件上；回车看件；n 当新件；x 放一边
forwarded-hint-settled = 回车看件；u 把放一边的放回；记成的事到件上撤销
became-case = 新件
became-note = 备注
became-reminder = 电话提醒
became-aside = 放一边
notice-forwarded = f 处理：{ $what }
phone-filled = { $came } 来的短信：认出 { $found } 项，猜了 { $guessed } 项，核对后按 F2 保存
phone-draft-first = 有一件没存的新件，先按 Esc、n 存好它
phone-no-call = 这一条不是打给单位的电话
phone-owed-nothing = 通话时没有件在等{ $unit }，记不成电话提醒
phone-no-case = 没有提到本台有的件
phone-is-fact = 这一条已经处理过；记成的事到件上按 u 撤销
phone-put-aside = 放一边了，按 u 放回
phone-waits-again = 已放回待处理
refusal-dealt-with = 这一条已经有人处理了


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
error-unknown-case-mend = 用 zhiban list --all --search 件号末几位 查找
error-which-unit-mend = 用 --unit 写明单位
error-not-accepted-mend = 先 zhiban review 件号 accepted，或加 --unreviewed --reason 缘由
error-unit-mend = 写其中一个；要加新的，写进规则文件（--policy）
error-unreadable-mend = 看看文件名对不对、有没有权限读
error-unwritable-mend = 看看文件夹在不在、有没有权限写、磁盘满没满
error-config-mend = 在文件里改对或删掉这一行
error-calendar-mend = 在文件里改对这一行，或把文件移走
error-policy-mend = 在文件里改对，或不写 --policy，用内置的
error-message-mend = zhiban phone 列出等着的
store-sqlite-mend = 更新 zhiban
store-database-mend = 运行 zhiban doctor
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
help-heading-examples = 例：
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
help-man = 把手册各页写进文件夹
help-help = 显示本说明，或某个命令的说明
help-arg-help-about = 命令，如 dispatch、log export

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
help-arg-search = 查件号、事由、内容、回复、备注、地址、社区、单位、电话，可用拼音首字母
help-arg-watch = 列出之后一直开着，有变化就说一行，适合读屏软件；按 Ctrl-C 结束
help-arg-facts = 事实文件（JSON 行），- 为标准输入
help-arg-file = 文件
help-arg-yes = 确认换下现有的库
help-arg-shell = 哪种 shell
help-arg-man-folder = 文件夹，没有就新建
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
    zhiban demo                         看一看：虚构的一班，时间快 60 倍
    zhiban import 工单.xlsx             导入平台的件
    zhiban                              打开值班台
    zhiban sign FZ26112300012           签收
    zhiban dispatch FZ26112300012 --to 城管办
    zhiban list --overdue --json
help-examples-run =
    zhiban run
    zhiban run --store 练手.db
help-examples-demo =
    zhiban demo
    zhiban demo --speed 10
help-examples-import =
    zhiban import 工单.xlsx --dry-run
    zhiban import 工单.csv --problems 待改.csv
help-more-import =
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
help-examples-inbox =
    zhiban inbox ~/下载/收件箱
    zhiban inbox --watch
help-examples-add = zhiban add --number FZ26112300012 --kind urgent --community 柳河 --title 消防通道被堵
help-examples-sign =
    zhiban sign FZ26112300012
    zhiban sign FZ26112300012 FZ26112300013 --at 2026-11-23T09:03
help-examples-dispatch =
    zhiban dispatch FZ26112300012
    zhiban dispatch FZ26112300012 --to 城管办 --assist 柳河 --at 2026-11-23T09:03
help-examples-unit-sign =
    zhiban unit-sign FZ26112300012
    zhiban unit-sign FZ26112300012 --unit 柳河社区 --at 2026-11-23T09:20
help-examples-remind =
    zhiban remind FZ26112300012
    zhiban remind FZ26112300012 --unit 柳河社区 --about reply --unanswered
help-examples-transfer = zhiban transfer FZ26112300012 --from 柳河社区 --to 城管办 --grounds 不在辖区
help-examples-co-assign = zhiban co-assign FZ26112300012 --unit 柳河社区 --add 城管办 --grounds 需要执法
help-examples-excuse =
    zhiban excuse FZ26112300012 unit-sign --unit 柳河社区 --reason 停电
    zhiban excuse FZ26112300012 rating --reason 诉求不在职责内
help-examples-reply = zhiban reply FZ26112300012 --text 已修复 --photos 2 --approved-by 陈书记
help-examples-review =
    zhiban review FZ26112300012 accepted
    zhiban review FZ26112300012 nonstandard --fault photos-missing --fault wording
help-examples-extend =
    zhiban extend FZ26112300012 request --by unit --reason 需要开挖
    zhiban extend FZ26112300012 grant --close-due 2026-11-26T17:00
help-examples-close =
    zhiban close FZ26112300012
    zhiban close FZ26112300012 --unreviewed --reason 平台已办结
help-examples-rate =
    zhiban rate FZ26112300012 satisfied
    zhiban rate FZ26112300012 dissatisfied --reason 诉求人改评
help-examples-follow-up = zhiban follow-up FZ26112300012 --note 已电话回访
help-examples-rework = zhiban rework FZ26112300012 --note 已重新清运
help-examples-consult = zhiban consult FZ26112300012 --note 与社区书记会商
help-examples-contact = zhiban contact FZ26112300012 --note 已告知周五前办完
help-examples-escalate = zhiban escalate FZ26112300012 --to 柳河社区书记
help-examples-report = zhiban report FZ26112300012 --to 主任
help-examples-link = zhiban link FZ26112300012 FZ26112300013
help-examples-dismiss = zhiban dismiss FZ26112300012 repeat --reason 不是同一件事
help-examples-appeal =
    zhiban appeal FZ26112300012 file --approved-by 陈主任 --stamped
    zhiban appeal FZ26112300012 uphold
help-examples-look-back = zhiban look-back FZ26112300012 stable
help-examples-tag = zhiban tag FZ26112300012 difficult
help-examples-untag = zhiban untag FZ26112300012 repeat
help-examples-note = zhiban note FZ26112300012 现场没人
help-examples-amend = zhiban amend FZ26112300012 community=柳河 kind=urgent --reason 平台改派
help-examples-void = zhiban void FZ26112300012 --reason 平台撤回
help-examples-undo =
    zhiban undo FZ26112300012
    zhiban undo --roster
help-examples-swap = zhiban swap 2026-12-01 A
help-examples-stand-in = zhiban stand-in 2026-12-01 --for A --by-post B
help-examples-step = zhiban step office-statement post:A --note 已在办务会表态
help-examples-handover =
    zhiban handover --note 先催柳河
    zhiban handover 2026-11-23
help-examples-list =
    zhiban list --overdue
    zhiban list --community 柳河 --due-within 30m
    zhiban list --search lhsq
    zhiban list --watch
help-examples-show =
    zhiban show FZ26112300012
    zhiban show FZ26112300012 --out FZ26112300012.html
help-examples-explain =
    zhiban explain --facts history.jsonl
    zhiban explain --facts - --json
help-examples-log =
    zhiban log export 记录.jsonl
    zhiban log import 记录.jsonl
help-examples-log-export =
    zhiban log export 记录.jsonl
    zhiban log export --since 2026-11-23T07:30
help-examples-log-import = zhiban log import 记录.jsonl
help-examples-anonymise =
    zhiban anonymise --older-than 500d
    zhiban anonymise --yes
help-examples-backup = zhiban backup 备份.db
help-examples-restore =
    zhiban restore 备份.db
    zhiban restore 备份.db --yes
help-examples-reminders =
    zhiban reminders
    zhiban reminders --date 2026-11-23 --out 提醒.xlsx
help-examples-aftercare =
    zhiban aftercare
    zhiban aftercare --out 办结后续.xlsx
help-examples-reconcile =
    zhiban reconcile
    zhiban reconcile FZ26112300012 kind take --reason 以平台为准
help-examples-roster =
    zhiban roster
    zhiban roster 2026-12 --out 值班表.xlsx
help-examples-summary =
    zhiban summary
    zhiban summary 2026-11-23 --out 小结.xlsx
help-examples-bulletin =
    zhiban bulletin
    zhiban bulletin 2026-W47 --out 通报.html
help-examples-oversight =
    zhiban oversight
    zhiban oversight 2026-11 --out 台账.xlsx
help-examples-phone =
    zhiban phone
    zhiban phone --attach 3 --case FZ26112300012
help-examples-pair = zhiban pair
help-examples-doctor =
    zhiban doctor
    zhiban doctor --text 短信.txt
help-examples-completions =
    zhiban completions bash
    zhiban completions fish
help-examples-man = zhiban man ~/.local/share/man/zh_CN/man1
help-examples-help =
    zhiban help dispatch
    zhiban help log export

## The first start

welcome-title = 第一次打开 { $place }/3
welcome-post = 谁坐这里？上下键选，回车下一步
welcome-leader = 负责人
welcome-leader-hint = 两岗都看；记的事算当值的岗
welcome-post-hint = 记的事算这里的，弹的提醒也按这里。以后可在设置文件里改。
welcome-name = 姓名？记在每一步上，可以空着
welcome-name-hint = 回车：写设置文件，再发一条测试通知
welcome-keeping = 正在写设置文件……
welcome-kept = 已存：{ $file }
welcome-not-kept = ! 设置没存成（{ $problem }）。这次照样用，下次打开还会问。
welcome-exists = 已经有一份，没有动它
welcome-trying = 正在发测试通知……
welcome-shown = 测试通知已发出，由 { $server } 显示。没看到？退出后运行 zhiban doctor。
welcome-not-shown = ! 这台电脑弹不出桌面通知（{ $problem }）。到点照样响铃，屏幕下方出横幅；怎么修，退出后运行 zhiban doctor。
welcome-demo = 回车进值班台。想先练练手，按 d 或 F2 看演示：虚构的一班，不动真库；看完按 q 退出，再打开 zhiban 就是真的。

## The manual

man-manual = 值班台
man-name = 名称
man-synopsis = 用法
man-examples = 示例
man-notes = 说明
man-exit = 退出码
man-exit-codes =
    0  办妥
    1  按规则不能办：说明谁在何时办了什么
    2  用法或内容不对
    3  库或系统出错
man-files = 文件
man-files-list =
    ~/.local/share/zhiban/zhiban.db    库；可用 --store 或 ZHIBAN_STORE 另指
    ~/.config/zhiban/config.toml       设置；可用 ZHIBAN_CONFIG 另指
    ~/.config/zhiban/calendar/         其他年份的放假安排

## What is told

tell-left = 还剩 { $span }
tell-due = 到时限
tell-over = 逾期 { $span }
tell-expired = 已过 { $span }
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

## 办结后续

action-aftercare = 办结后续
scope-aftercare-month = 办结后续：月历
aftercare-count = { $count } 项 · 逾期 { $over }
aftercare-empty = 没有欠着的回访、返工、申诉、回头看
aftercare-over = 逾期 { $count }
aftercare-since = 自 { $at }
aftercare-hint = 数字为当天到期的项数；回车列出这一天
owed-follow-up = 差评回访
owed-rework = 返工
owed-appeal = 可申诉
owed-appeal-open = 申诉待裁
owed-look-back = 回头看
when-overdue = 已逾期
when-at-once = 立即办
when-today = 今天
when-this-week = 本周
when-this-month = 本月
when-later = 以后

## 与平台核对

action-reconcile = 与平台核对
action-take = 按平台改
action-keep = 保留本台的
short-take = 按平台改
short-keep = 保留本台
reconcile-list = 名单 { $at } 导入，{ $rows } 件
reconcile-skipped = ，另 { $count } 行没收入
reconcile-no-list = 还没有导入过平台名单：用 zhiban import 导入最新的列表
reconcile-empty = 与平台名单一致，没有待核对的
reconcile-differing = 两边不一致
reconcile-only-here = 只在本台，名单里没有
reconcile-unconfirmed = 平台还没核对上
reconcile-more = ，另有 { $count } 件
reconcile-more-unconfirmed = 还没核对上的另有 { $count } 件，没有列出
reconcile-here = 本台
reconcile-there = 平台
reconcile-missing = 接件 { $received }，{ $at } 的名单里没有
reconcile-can-take = t 按平台改（更正记入日志），n 保留本台的，不再列出
reconcile-receipt = 接件时间不能改，时限都从它起算：回车看件，n 保留本台的
reconcile-cannot-take = 这一步要人来记：回车到件上，按 @ 定时间补记；n 保留本台的
reconcile-only-here-hint = 回车看件；n 说明已知道，不再列出
notice-confirmed-by-list = 下次导入平台名单时自动核对，这里不用办
status-dispatched = 已派发
differing-status = 状态
differing-unit = 单位
differing-listed = 名单
differing-none = 无
differing-taken = 按平台改

help-aftercare = 办结后还欠着的：回访、返工、申诉、回头看
help-reconcile = 与平台名单核对：列出两边不同的，或逐项定夺
help-roster = 值班表：一个月里每天谁值班
help-arg-field = 哪一项
help-arg-side = take 按平台改，keep 保留本台的
help-arg-month = 哪个月，如 2026-11，默认本月

## 下一步

action-next-step = 办下一步
short-next-step = 下一步
grouping-mine = 按该谁办
grouping-waiting = 按等谁
group-mine = 本岗现在要办
group-theirs = 该 { $post } 办
group-at-units = 等单位
group-owing = 等 { $units }
unit-phone = { $unit } · 电话 { $phone }
group-with-us = 在我们手上
group-no-step = 无事可办
step-by = { $task } · { $who }
step-due = { $due } 前
step-at-once = 即办
step-now = 下一步
step-none = 无事可办
step-decide = 定类别、属地
step-sign = 签收
step-dispatch = 派发
step-lead = 定牵头单位
step-phone-sign = 催{ $unit }签收
step-escalate = 上报
step-report = 报主官
step-review = 审核答复
step-close = 办结
step-co-assign = { $unit }请求协办
step-decide-extension = 记延期批复
step-phone-reply = 催{ $unit }答复
step-contact = { $unit }联系诉求人
step-unit-sign = 等{ $unit }签收
step-consult = 等{ $unit }会商
step-reply = 等{ $unit }答复
step-rereply = 等{ $unit }重新答复
step-follow-up = 等{ $unit }回访
step-rework = 等{ $unit }重新办理
step-decide-appeal = 记申诉结果
step-appeal = { $unit }可申诉
step-look-back = 等{ $unit }回头看
step-rate = 记评价
notice-no-step = { $number } 无事可办
label-next-step = 下一步
head-step = 下一步
head-step-due = 期限

## 看板

action-boards = 看板
short-boards = 看板
scope-boards = 看板
boards-title = 看板
action-other-side = 换一面
short-other-side = 换一面

refusal-nothing-differs = 两边没有不同，或已经处理过
refusal-cannot-take = 这一项不能直接采用：到件上按 @ 定时间补记，接件时间则不能改

## 值班表

action-roster = 值班表
scope-roster-ask = 值班表：写理由
action-swap = 调班：这一天换另一岗
action-stand-in = 代班：一岗代另一岗
action-hand-over = 交接在办件
action-take-back = 撤回这一天最近一条
short-swap = 调班
short-stand-in = 代班
short-hand-over = 交接
short-take-back = 撤回
roster-title = 值班表 { $month }
roster-mark-swap = 调
roster-mark-stand-in = 代
roster-mark-handover = 交
roster-legend = * 今天  调 调班  代 代班  交 已交接
roster-by-week = （按周为 { $post }）
roster-stands-in = { $post } 代 { $absent }
roster-no-handlers = 配置里没写经办（[[handlers]]）
roster-note = 交代
roster-ask-swap = { $date } 改由 { $post } 值班。
roster-ask-stand-in = { $date } 由 { $post } 代 { $absent } 值班、派件。按 Tab 换代谁。
roster-ask-handover-of = { $date } 在办的件交 { $post }。
roster-ask-handover = { $date } 在办的 { $open } 件（逾期 { $over }）交 { $post }。
roster-ask-back = 撤回 { $at } 记的：{ $what }。原记录留在日志里。
roster-ask-hint = 回车确定，Esc 返回；过去的日子要写理由
notice-roster-did = { $date } 已记：{ $what }
notice-nothing-of-day = { $date } 没有可以撤回的
notice-duty-changed = { $date } 已改由 { $post } 值班

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
dossier-reading = 读法：{ $reading }
dossier-evidence = 依据：{ $fact }
dossier-section = 章节
dossier-clock = 时限
dossier-state = 情况
dossier-unit = 单位
dossier-at = 时间
dossier-who = 谁
dossier-event = 何事
dossier-says = 说明
dossier-as-of = 截至 { $at }
dossier-basis = 依据南办〔2024〕40号；时限按规则版本 { $revision } 计算。
dossier-openly = 诉求人姓名和电话未遮住，注意保管。
dossier-masked = 诉求人姓名和电话已遮住。
notice-exported = 已导出 { $folder }/{ $files }
notice-export-failed = 未导出：{ $problem }；导出到哪里由设置里的 exports 定
notice-verdicts-copied = { $number } 的逾期认定已复制
notice-nothing-late = { $number } 没有逾期，没有可复制的认定
notice-not-read = { $number } 还在读取，请再按一次
dossier-written = 卷宗已写入 { $file }
error-format = { $file } 不知是什么格式，文件名应以 .html 或 .md 结尾
help-arg-unmasked = 诉求人姓名和电话照原样显示，不遮住
help-arg-show-out = 写成卷宗（.html 或 .md），不覆盖已有文件
## 各项操作：名称、窗口

action-acts = 办理：全部操作的菜单
short-acts = 办理
scope-acts = 办理菜单
scope-act = 办理窗口
acts-title = 办理 { $number }
acts-hint = 按字母或回车办理；灰的现在不能办，右边是原因
phase-first-hour = 签收派发
phase-work = 承办
phase-answer = 答复办结
phase-aftercare = 评价之后
phase-beside = 其他
act-sign = 街道签收
act-dispatch = 派发
act-unit-sign = 单位签收
act-remind = 电话提醒
act-transfer = 转办
act-co-assign = 申请加批
act-lead = 改牵头单位
act-consult = 会商
act-contact = 告知诉求人
act-reply = 答复
act-review = 审核答复
act-extend = 申请延期
act-decide-extension = 延期批复
act-close = 办结
act-rate = 诉求人评价
act-follow-up = 差评回访
act-rework = 返工
act-appeal = 申诉
act-decide-appeal = 申诉裁定
act-look-back = 回头看
act-tag = 标签
act-note = 备注
act-amend = 更正
act-link = 关联同类件
act-escalate = 上报
act-report = 报主官
act-excuse = 认定非履职不力
act-void = 作废
unable-no-unit = 还没有承办单位
unable-no-other-unit = 没有别的单位可以牵头
unable-nothing-to-excuse = 没有逾期、差评或不规范
slot-unit = 单位
slot-to = 交给
slot-units = 加批单位
slot-grounds = 依据
slot-text = 内容
slot-photos = 照片张数
slot-approved-by = 审批人
slot-stamped = 已盖章
slot-besides = 另有：{ $fault }
slot-party = 由谁提出
slot-decision = 结果
slot-rating = 评价
slot-cause = 差评原因
slot-whom = 报给谁
slot-said = 说明
slot-found = 是否稳定
slot-other = 另一件号
slot-lapse = 哪一项
slot-channel = 渠道
point-by-point = 逐条答复
point-loop-closed = 已闭环
point-wording = 措辞态度得当
point-photos = 照片齐全
point-approval = 负责人已审批
hint-photos = 空着为 0
hint-approved-by = 科室负责人或社区书记；没有审批就空着
hint-appeal-approved-by = 签字同意申诉的领导
hint-new-close-due = 如 11-26 17:00，同意才填
hint-escalate = 可空
hint-optional = 可空
hint-said-consult = 同谁商量、怎么定的；可空
hint-said-contact = 怎么告知、市民怎么说；可空
hint-said-up = 报了什么、怎么批示；可空
hint-unchanged = 现在空着
hint-amend-reason = 签收后改类别、属地、时限要写
hint-unreviewed = 没有审核通过的答复为何办结
problem-not-chosen = 要选一个
problem-not-a-count = 应为张数，如 2
problem-not-gone-through = 逐项看过再记
problem-masked = ** 要么全留、要么整项重打
pick-granted = 同意
act-not-chosen = 未选
act-no-unit-chosen = 未选
act-taken = 已选 { $units }
act-hint-text = F2 记下，回车、Tab 下一项，末项回车即记，Esc 返回
act-hint-lines = F2 记下，回车换行，可粘贴，Tab 下一项，Esc 返回
act-hint-choice = 左右、空格换值，回车下一项，F2 记下，Esc 返回
act-hint-tick = 空格勾选并到下一项，上下移动，F2 记下，Esc 返回
act-hint-unit = 字母筛选，上下选，回车下一项，F2 记下，Esc 返回
act-hint-units = 字母筛选，空格选入，回车下一项，F2 记下，Esc 返回
note-asked = 诉求：{ $text }
note-asked-in-time = { $clock }：{ $due } 前可申请，{ $met } 已申请
note-asked-late = { $clock }：{ $due } 前可申请，{ $met } 才申请，已过窗口
act-reading-more = 上有 { $above } 行，下有 { $below } 行，PgUp、PgDn 翻看
note-running = { $clock }：到 { $due }，还剩 { $left }
note-expired = { $clock }：{ $due } 已过，仍可办，会标明迟
note-overdue = { $clock }：{ $due } 到期，已逾期 { $late }
note-void = 作废后时限全部停走。撤销可以恢复。
note-close = 最近的答复没有审核通过，直接办结要写理由。
note-decide-extension = 同意后，办结、答复的时限随即按新时间重排。
note-lead = 原牵头单位转为协办，答复时限由新牵头单位负责。
note-amend = 直接改现有的内容；** 是遮住的，不动就保留
note-escalate-community = { $unit } 是社区：报社区书记
note-escalate-department = { $unit } 是科室：报分管领导
note-not-approved = 未经审批
outcome-accepted = 结论：规范，审核通过
outcome-nonstandard = 结论：不规范，退回重新答复：{ $faults }
notice-act-draft-kept = 没记下的“{ $act }”留着，再开接着填
notice-act-draft-back = 接着上次没记下的“{ $act }”
notice-says-too-little = 在全部件里查，字母或数字至少打三个，汉字一个也行
notice-not-found = 没有哪一件的件号以 { $typed } 结尾，正文、回复、备注和电话里也没有
notice-found-more = 找到 { $total } 件，列出最近的 { $shown } 件；多打几个字可缩小范围
notice-another-reply = 答复已换成新的，清单从头核对
notice-changed-meanwhile = { $number } 刚在别处有变动，看清再定；已填的都在

## 建议

action-suggestions = 看建议：采纳或不采纳
short-suggestions = 建议
action-dismiss = 不采纳，写明理由
short-dismiss = 不采纳
scope-suggest = 建议
scope-suggest-reason = 不采纳的理由
notice-nothing-suggested = { $number } 没有建议
suggest-title = 建议 { $number }
suggest-hint = 回车采纳，n 不采纳，Esc 返回
suggest-reason = 理由
suggest-reason-hint = 回车记下不采纳，Esc 返回
suggest-no-reason = 请写明为何不采纳
page-suggested = { $name } { $rule }：{ $reasons }
page-suggestions = 建议（按 i 采纳或不采纳）
reason-phone = 与 { $number }（{ $at }）同一电话
reason-text = 与 { $number }（{ $at }）内容相似 { $percent }%
reason-place = 与 { $number }（{ $at }）同一地址，内容相似 { $percent }%
reason-words = 提到{ $words }
reason-nobody-holds = 单位转出后无人承办
reason-transfers = 已转办 { $count } 次
reason-tagged = 已标{ $tag }
reason-complaints = 同一事项 { $count } 件
reason-bad-ratings = 同一事项差评 { $count } 次
reason-no-lead = { $units } 个单位，无人牵头
label-suggestions = 建议

# Erasing names and numbers of long closed cases.
help-anonymise = 清除早已结束的件里诉求人的姓名、电话、地址和来信；先说明，加 --yes 才清除
help-arg-anonymise-older-than = 办结多久以上的件；默认按规则文件
help-arg-anonymise-yes = 确认清除，不能恢复
anonymise-none = { $at } 之前办结或作废的件里，没有还留着诉求人姓名、电话、地址的
anonymise-would = 将清除 { $cases } 件（结束于 { $from } 到 { $to }）的诉求人信息：
anonymise-done = 已清除 { $cases } 件（结束于 { $from } 到 { $to }）的诉求人信息：
anonymise-what = 姓名 { $names } 个、电话 { $phones } 个、地址 { $addresses } 处，来信全文；事由、答复、备注等 { $texts } 条文字里提到的也清除
anonymise-elsewhere = 其他件和轮值记录里提到他们的 { $count } 条文字也清除
anonymise-messages = 手机转来的短信 { $count } 条
anonymise-keeps = 件数、时限、责任和统计都不变，记录会注明已清除；以前的备份、导出的日志和清单里还有，要另行处理
anonymise-copy = 这份副本里还有（每日副本到期自动更替；也可先删）：{ $file }
anonymise-unswept = 库文件的空页里可能还有残留（别的窗口正在使用）；请关闭其他窗口，再运行一次 anonymise --yes
anonymise-asks = 还没有清除；确认请加 --yes，清除后不能恢复

## 小结、通报、问责

report-week = { $name } 周（{ $from } 至 { $to }）
report-month = { $name } 月
report-running = 期间未完，截至 { $at } 的数字
report-made = { $at } 编制
report-gaps = { $years } 年没有节假日数据，按周一至周五算工作日
report-judged = 每项按该件的规则版本（政策与日历）认定，以后改政策、改日历不影响：{ $revisions }
report-judged-by = { $revision } 认定 { $count } 项
report-unranked = 起用前接的件，不计排名
report-excused = 已认定非履职不力（{ $by }：{ $reason }）
report-count = { $what } { $count }
report-none = 无
report-by-community = 按社区
report-by-kind = 按类别
report-times-by-community = 各社区签收、派发用时
report-times-by-kind = 各类别签收、派发用时
report-col-at = 时间
report-col-number = 件号
report-col-title = 事由
report-col-verdict = 认定
report-col-late = 逾期时长
report-col-answers = 责任
report-col-because = 依据
report-col-revision = 规则版本
report-col-hour = 时段
report-col-day = 日期
report-col-took = 用时
report-col-limit-of = 时限
report-col-standing-of = 结果
report-col-when = 何时
report-col-rule = 条款
report-col-begun = 起于
report-col-listed = 名单导入
report-col-field = 项
report-col-weekday = 星期
report-col-day-kind = 日别
report-col-holiday = 节假日
report-col-on-duty = 值班
report-col-by-week = 按周应为
report-col-stand-in = 代班
report-col-handed-to = 交给
report-col-acknowledged = 已知
report-col-this-period = 本期
report-col-period-before = 上期
report-col-figure = 项目
report-col-step = 环节
report-col-done = 件次
report-col-in-time = 按时
report-col-too-late = 逾时
report-col-median = 中位用时
report-col-worst = 最长用时
report-of-step = { $step }{ $what }
report-col-due = 时限
report-col-kind = 类别
report-col-community = 社区
report-col-stage = 阶段
report-col-owed = 待办
report-col-received = 接件
report-col-rank = 名次
report-col-change = 较上期
report-col-unit = 单位
report-col-score = 得分
report-col-given = 派到
report-col-handled = 办结
report-col-how = 得分由来
report-col-lapses = 扣分项
report-col-address = 地址
report-col-cases = 件数
report-col-who = 谁
report-col-follows = 后果
report-col-since = 起算
report-col-count = 已有
report-col-limit = 满
report-col-standing = 进度
lapse-late-sign = 签收逾期
lapse-late-reply = 答复逾期
lapse-late-close = 办结逾期
lapse-nonstandard = 不规范
lapse-bad-rating = 差评
ladder-step-weekly-statement = 周例会说明
ladder-step-office-statement = 办公会说明
ladder-step-accountability = 效能办问责
ladder-step-discipline = 移送纪工委
summary-title = 当日小结 { $day }
summary-notes = { $post }值班；接件 { $received }，签收 { $signed }，派发 { $dispatched }，办结 { $closed }
summary-timings = 各环节用时
summary-breaches = 当日逾期
summary-no-breaches = 无逾期
summary-handover = 交接
summary-handed-over = 已于 { $at } 交给{ $post }
summary-not-handed-over = 还没有交接；明日 { $post }值班
summary-due-tomorrow = 明日到期（交 { $post }）
summary-overdue = 已逾期未办
summary-by-hour = 各时段接件
summary-sign-times = 街道签收用时与时限
summary-dealings = 其他
summary-replies = 答复 { $replied }，审核规范 { $accepted }、不规范 { $nonstandard }
summary-calls = 电话提醒 { $calls }，接通 { $answered }
summary-open = 在办 { $open }，其中已逾期 { $overdue }
summary-told = 提醒：{ $told }
bulletin-title = 督查通报 { $period }
bulletin-notes = 接件 { $received }，办结 { $closed }，扣分项 { $lapses }
bulletin-weights = 基础分 { $base }；每项：{ $weights }（规则版本 { $revision }）
bulletin-weights-before = 上期按规则版本 { $revision } 的分值计分
bulletin-first-day = { $day } 起用；此前接的件不计排名，其中本期有变动的 { $count } 件计入总数
bulletin-ranking = 排名
bulletin-scores = 得分由来
bulletin-score-chart = 得分：本期与上期
bulletin-compared = 与上期相比
bulletin-by-day = 每日扣分项
bulletin-satisfaction = 满意度
bulletin-satisfaction-line = 评价 { $rated }：满意 { $satisfied }，基本满意 { $basically }，不满意 { $dissatisfied }；满意率 { $rate }
bulletin-unrated = 本期无评价
bulletin-faults = 不规范原因
bulletin-lapses = 扣分明细
bulletin-repeated = 同一地址多次反映
bulletin-idle = 无件
bulletin-new = 新列
ladder-title = 问责台账 { $period }
ladder-notes = 只计履职不力；认定非履职不力的列出不计（规则版本 { $revision }）
ladder-standings = 进度
ladder-nobody = 无人有扣分项
ladder-cases = { $who } 的件
ladder-last = 月度末位
ladder-last-running = 本月未完，末位月底后才定
ladder-last-month = { $month } { $who }（规则版本 { $revision }）
ladder-reached = 已到（{ $at }），尚未落实
ladder-done = 已落实（{ $at }）
ladder-left = 还差 { $left }
help-summary = 当日小结：接件、签收、派发、逾期与责任、明日到期
help-arg-summary-date = 哪一天，默认今天
help-bulletin = 周通报、月排名：得分与由来
help-arg-period = 2026-W47（周）或 2026-11（月），默认本周
help-oversight = 问责台账：每个岗位、单位、个人离下一步还差多少
help-arg-oversight-period = 哪一月，如 2026-11，默认本月
help-arg-out = 写到文件，按扩展名：.xlsx、.csv、.md、.html、.json
help-step = 记下问责的一步已落实
help-arg-step-step = 哪一步
help-arg-step-who = 谁：post:A、unit:单位名，或 unit:单位名/姓名
expected-period = 应为周或月，如 2026-W47、2026-11
expected-month = 应为月，如 2026-11
expected-subject = 应为 post:A、unit:单位名，或 unit:单位名/姓名
error-out-format = 不认识 { $file } 的扩展名
error-out-format-mend = 应为 { $known } 之一
written-to = 已写入 { $file }
list-title = 件单 { $at }
list-notes = { $count } 件
list-sheet = 件单
list-col-tags = 标记
list-col-close-due = 办结时限

# 小结、通报、问责三个看板
action-day-summary = 当日小结
action-bulletin = 督查通报
action-ladder = 问责台账
action-earlier = 上一期
action-later = 下一期
action-week-or-month = 周通报、月通报互换
action-step-done = 记下已落实的一步
action-excuse-lapse = 认定这一项非履职不力
action-export-report = 导出 xlsx、html、md 文件
short-earlier = 上一期
short-later = 下一期
short-week-or-month = 周/月
short-step-done = 落实
short-excuse-lapse = 认定免责
short-export-report = 导出
scope-report-ask = 小结、问责：写留言
board-as-of = 截至 { $at }
face-overview = 概览
face-late = 逾期 { $count }
face-due = 待办 { $count }
face-groups = 分布
face-parts = 分布与原因
board-median = 中位
board-worst = 最长
board-late = 逾时
board-excused = 免责
board-rank = 名次
board-moved = 升降
board-given = 派到
board-handled = 办结
board-late-sign = 迟签
board-late-reply = 迟答
board-late-close = 迟结
board-nonstandard = 退回
board-bad-rating = 差评
board-no-note = 没有留言；按 o 写
board-no-lapse = 没有扣分项
board-answers = 责任 { $who }
board-because = 依据 { $facts }
board-revision = 规则版本 { $revision }
board-met-late = { $due } 到期，{ $met } 才办，迟 { $span }
board-unmet = { $due } 到期，仍未办，已迟 { $span }
board-unit-place = { $unit } 第 { $rank } 名（{ $moved }） { $score } 分
board-unit-work = 派到 { $given } 件，办结 { $handled } 件
board-step = { $step }：{ $since } 起 { $count }/{ $limit }
board-step-left = 差 { $left } 到{ $step }
board-step-reached = ! 该{ $step }
board-step-done = ✓ { $step }已落实
board-ask-step = 记：对 { $who } 的“{ $step }”已落实。
board-ask-which = 回车确定，Tab 换一步，Esc 先放着
board-ask-hint = 回车确定，Esc 先放着（写的字留着）
ladder-short-weekly-statement = 周例会
ladder-short-office-statement = 办公会
ladder-short-accountability = 效能办
ladder-short-discipline = 纪工委
notice-note-kept = 写的留言留着，再按同一个键接着写
notice-step-logged = 已记：{ $who } { $step }已落实
notice-step-done-before = { $who } { $step }已于 { $at } 记过
notice-step-not-reached = { $who } 还没到：差 { $left } 到{ $step }
notice-no-lapse-in-hand = 先用回车打开一个人或单位，把光标放到要认定的件上
shift-see-summary = 按 { $key } 看小结、写交接
shift-see-bulletin = 按 { $key } 看通报
