import{a as e,d as t,h as a,k as s,t as n}from"./settings.js";import{Aa as r,Ba as o,E as l,H as i,Ia as d,J as m,Ja as u,K as c,r as y,s as p,u as g}from"./app.js";var h=[1,2,3,4,5,6,7],$=400,f={opens:"09:00",closes:"18:00"},b=864e5,_=({name:e,time_zone:t,always:a,week:s,special_days:n})=>({name:e,time_zone:t,always:a,days:Object.fromEntries(h.map(e=>[e,s.filter(t=>t.day===e).map(({opens:e,closes:t})=>({opens:e,closes:t}))])),special_days:structuredClone(n)}),v=({name:e,time_zone:t,always:a,days:s,special_days:n})=>({name:e.trim(),time_zone:t,always:a,week:h.flatMap(e=>s[e].map(({opens:t,closes:a})=>({day:e,opens:t,closes:a}))),special_days:n.map(e=>({...e,name:e.name.trim()}))}),k=e=>60*Number(e.slice(0,2))+Number(e.slice(3)),w=({opens:e,closes:t})=>[k(e),k(t)+(t<=e?1440:0)];function T(e){if(e.some(({opens:e,closes:t})=>!n(e)||"24:00"===e||!n(t)))return"time";let t=e.map(w).sort((e,t)=>e[0]-t[0]);return t.some(([,e],a)=>a+1<t.length&&e>t[a+1][0])?"overlap":void 0}function D(e,t){let a={};if(!t&&!e.name.trim()&&(a.name="name"),e.always)return a;for(let t of h){let s=T(e.days[t]);s&&(a[`days.${t}`]=s)}for(let t of h){let s=t%7+1;if(a[`days.${t}`]||a[`days.${s}`])continue;let n=Math.max(0,...e.days[t].map(e=>w(e)[1]))-1440;e.days[s].some(e=>w(e)[0]<n)&&(a[`days.${s}`]="overlap")}h.some(t=>e.days[t].length>0)||e.special_days.some(e=>e.ranges.length>0)||(a["days.1"]="never");let s=e.special_days.map(e=>T(e.ranges)).find(Boolean);return s&&(a.special_days=s),a}var N=e=>/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(`${e}T00:00:00Z`)/b:Number.NaN,x=e=>new Date(e*b).toISOString().slice(0,10),C=e=>(N(e)+3)%7+1,S=({name:e,ranges:t,like:a})=>JSON.stringify([e,t,a]);function A(e){let t=[];for(let a of e){let e=t.at(-1);e&&N(a.date)===N(e.to)+1&&S(a)===S(e)?e.to=a.date:t.push({...a,to:a.date})}return t}var I=e=>[...e].sort((e,t)=>e.date.localeCompare(t.date));function U(e,t){let[a,s]=[N(e.from),N(e.to||e.from)];return Number.isNaN(a)||Number.isNaN(s)||e.from<"2000"||e.to>"2199-12-31"?"date":s<a?"order":s-a>=62?"long":t.some(e=>N(e.date)>=a&&N(e.date)<=s)?"twice":"open"===e.kind?0===e.ranges.length?"empty":T(e.ranges):void 0}function z(e,t,a){let s=(e,t)=>JSON.stringify(e)===JSON.stringify(t),n=(e,t,a)=>s(e,t)&&!s(e,a)?structuredClone(a):t;return{name:n(e.name,t.name,a.name),time_zone:n(e.time_zone,t.time_zone,a.time_zone),always:n(e.always,t.always,a.always),days:Object.fromEntries(h.map(s=>[s,n(e.days[s],t.days[s],a.days[s])])),special_days:n(e.special_days,t.special_days,a.special_days)}}var Z=new Intl.DateTimeFormat(i,{weekday:"long",timeZone:"UTC"}),j=h.map(e=>Z.format(new Date(Date.UTC(2026,0,4+e)))),F=e=>{let t=e.at(-1)?.closes??f.opens;return{opens:"24:00"===t?"00:00":t,closes:t<"21:00"?"21:00":"23:00"}},O=(t,a,r,o=!1)=>t.map((l,i)=>y`<div class="day-range">
${s(m("settings_hours.opens",{day:a}),l.opens,e=>r(t=>t.with(i,{...t[i],opens:e})))}
<span aria-hidden="true">–</span>
${s(m("settings_hours.closes",{day:a}),l.closes,e=>r(t=>t.with(i,{...t[i],closes:e})))}
${(({opens:e,closes:t})=>n(e)&&n(t)&&t<=e)(l)?y`<span class="chip">${m("settings_hours.next_day")}</span>`:g}
${t.length>1||!o?y`<button type="button" class="icon-button" aria-label=${m("settings_hours.remove_range",{day:a,time:l.opens})} @click=${()=>r(e=>e.toSpliced(i,1))}>${e("x")}</button>`:g}
${i===t.length-1&&t.length<8?y`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${m("settings_hours.add_range",{day:a})} title=${m("settings_hours.add_range",{day:a})} @click=${()=>r(e=>[...e,F(e)])}>${e("plus")}</button>`:g}
</div>`),M=e=>e.map(({opens:e,closes:t})=>`${e}–${t}`).join(m("common.list_comma"));function B(e,s,n){let r=`${s}.days.${n}`,o=e.get(r),l=j[n-1],i=t=>e.set(r,t(e.get(r)));return y`<li class="open-day">
${a(o.length>0,e=>i(()=>e?[{...f}]:[]),l)}
<div class="day-ranges">
${0===o.length?y`<span class="thing-about">${m("settings_hours.rest")}</span>`:O(o,l,i,!0)}
${t(e,r)}
</div>
</li>`}var E=e=>{let t=new Intl.DateTimeFormat(i,{...e,timeZone:"UTC"});return e=>t.format(Date.parse(`${e}T00:00:00Z`))},J=E({month:"short"}),q=E({year:"numeric",month:"short"}),H=E({year:"numeric",month:"long"}),K=E({weekday:"long",month:"long",day:"numeric"}),L=E({weekday:"narrow"}),[R,Y]=[8,10],G={ArrowLeft:-1,ArrowRight:1,ArrowUp:-7,ArrowDown:7},P=({ranges:e,special:t})=>[t?.name,e.length>0?M(e):m("settings_hours.rest")].filter(Boolean).join(m("common.list_comma"));function Q(e){let t=[...e.currentTarget.querySelectorAll("button")],a=t.indexOf(e.target),s=G[e.key],n="Home"===e.key?0:"End"===e.key?t.length-1:void 0===s?-1:a+s;a<0||void 0===s&&n<0||(e.preventDefault(),t[Math.max(0,Math.min(t.length-1,n))].focus())}var V=(e,t)=>y`<div class="month">
<p class="month-name">${H(e[0].date)}</p>
<div class="month-grid" role="group" aria-label=${H(e[0].date)} @keydown=${Q}>
${[0,1,2,3,4,5,6].map(e=>y`<span class="month-head" aria-hidden="true">${L(x(N("2026-01-05")+e))}</span>`)}
${e.map((e,a)=>y`<button
type="button"
class="month-day year-${e.is} ${0===a?`month-from-${C(e.date)}`:""}"
aria-label=${m("settings_hours.day_is",{day:K(e.date),what:P(e)})}
title=${P(e)}
@click=${()=>{r(),t(e.date)}}
>
${a+1}
</button>`)}
</div>
</div>`,W=new Intl.DateTimeFormat(i,{month:"short",day:"numeric",timeZone:"UTC"}),X=new Intl.DateTimeFormat(i,{day:"numeric",timeZone:"UTC"}),ee=new Intl.DateTimeFormat(i,{month:"short",day:"numeric",weekday:"short",timeZone:"UTC"}),te=e=>Date.parse(`${e}T00:00:00Z`),ae=({date:e,to:t})=>e===t?ee.format(te(e)):m("settings_hours.run",{from:W.format(te(e)),to:(e.slice(0,7)===t.slice(0,7)?X:W).format(te(t))}),se=({ranges:e,like:t})=>t?m("settings_hours.like",{day:j[t-1]}):e.length>0?M(e):m("settings_hours.rest"),ne=(e,t)=>y`<span class="run-when">${ae(e)}</span>
<span class="run-what"><b>${e.name||g}</b><span>${t??g}${se(e)}</span></span>`;function re({form:a,changed:s}){let n=function({form:e,changed:t}){let a=null,s=t=>e.get(t),n={of:e=>a?.path===e&&a.list===s(e)?a:null,begin(e,n,r=""){let o=s(e).filter(e=>!r||e.date<n.from||e.date>n.to);a={path:e,others:o,entry:n,at:r,list:s(e)},t(),requestAnimationFrame(()=>document.getElementById("day-from")?.focus())},end(){a=null,t()},set(t){if(!a)return;a.entry={...a.entry,...t};let s=U(a.entry,a.others),n=void 0===s||"time"===s||"overlap"===s?function({from:e,to:t,name:a,kind:s,like:n,ranges:r}){let[o,l]=[N(e),N(t||e)];return Array.from({length:l-o+1},(e,t)=>({date:x(o+t),name:a,ranges:"open"===s?structuredClone(r):[],like:"like"===s?n:null}))}(a.entry):[];a.list=I([...a.others,...n]),e.set(a.path,a.list)},wrong:e=>{let t=n.of(e);return t?U(t.entry,t.others):void 0}};return n}({form:a,changed:s}),r={year:(new Date).getFullYear()};return{view:i=>{let h=`${i}.special_days`,$=a.get(h),_=n.of(h),v=A(_?_.others:$).filter(e=>e.date.slice(0,4)<=String(r.year)&&e.to.slice(0,4)>=String(r.year)),k=e=>n.begin(h,{from:e,to:e,name:"",kind:"closed",like:1,ranges:[{...f}]}),w=e=>n.begin(h,(({date:e,to:t,name:a,ranges:s,like:n})=>({from:e,to:t,name:a,kind:n?"like":s.length>0?"open":"closed",like:n??1,ranges:s.length>0?structuredClone(s):[{...f}]}))(e),e.date),T=e=>{let t=A($).find(t=>t.date<=e&&t.to>=e);t?w(t):k(e)},D=t=>{let s=`${ae(t)} ${t.name}`;return y`<li class="run">
${ne(t)}
<span class="run-does">
<button type="button" class="icon-button" aria-label=${m("settings_hours.edit_day",{day:s})} @click=${()=>w(t)}>${e("pencil")}</button>
<button type="button" class="icon-button" aria-label=${m("settings_hours.remove_holiday",{day:s})} @click=${()=>(e=>a.set(h,$.filter(t=>t.date<e.date||t.date>e.to)))(t)}>${e("trash")}</button>
</span>
</li>`},N=e=>{r.year=e,s()},S=_?.at?v.findIndex(e=>e.date>_.at):0,I=S<0?v:v.slice(0,S),U=0===v.length&&!_;return{year:()=>function(t,a,s,n){let r=Array.from({length:12},(e,s)=>function(e,t,a){let s=new Map(e.special_days.map(e=>[e.date,e])),n=Date.UTC(t,a,1)/b,r=Date.UTC(t,a+1,1)/b-n;return Array.from({length:r},(t,a)=>{let r=x(n+a),o=s.get(r),l=o?o.like?e.days[o.like]:o.ranges:e.days[C(r)];return{date:r,special:o,ranges:l,is:o?l.length>0?"own":"off":l.length>0?"open":"shut"}})}(t,a,s)),l=t=>{let n=a+t;return y`<button type="button" class="icon-button" ?disabled=${n<2e3||n>2199} aria-label=${m("settings_hours.year_to",{year:n})} @click=${()=>s(n)}>
${e(t<0?"chevron-left":"chevron-right")}
</button>`};return y`<div class="year">
<div class="year-head">
${l(-1)}<span class="year-number" aria-live="polite">${a}</span>${l(1)}
<ul class="year-keys">
${["open","shut","own","off"].map(e=>y`<li><i class="year-key year-${e}"></i>${m(`settings_hours.year_${e}`)}</li>`)}
</ul>
</div>
<div class="year-months">
${r.map(e=>{let t=e.filter(e=>e.special).length,a=q(e[0].date);return y`<button
type="button"
class="year-month"
aria-haspopup="dialog"
aria-label=${t?c("settings_hours.month_has",t,{month:a}):a}
@click=${t=>{o(t.currentTarget,a,()=>V(e,n))}}
>
<span class="year-name">${J(e[0].date)}<b data-count=${t||g}></b></span>${(e=>{let t=C(e[0].date)-1;return y`<svg class="year-days" viewBox="-1 -1 70 60" aria-hidden="true">
${e.map(({is:e},a)=>p`<rect class="year-${e}" x=${(t+a)%7*Y} y=${Math.floor((t+a)/7)*Y} width=${R} height=${R} rx="2" />`)}
</svg>`})(e)}
</button>`})}
</div>
</div>`}(a.get(i),r.year,N,T),list:()=>y`${U?y`<p class="nothing-yet">${m("settings_hours.no_holidays",{year:r.year})}</p>`:y`<ul class="runs">${I.map(D)}${_?function(e,t,a,s){let n=t.wrong(s),r=e.name||m("settings_hours.that_day");return y`<li class="thing-edit">
<div class="day-fields">${((e,t,a)=>{let s=s=>y`<div class="set-field">
<div class="set-label"><label for="day-${s}">${m(`settings_hours.${s}`)}</label></div>
<input
id="day-${s}"
class="input"
type="date"
min="2000-01-01"
max="2199-12-31"
aria-invalid=${a?"true":g}
.value=${l(e[s])}
@change=${a=>{let{value:n}=a.target;t.set("from"===s&&(e.to===e.from||!e.to||e.to<n)?{from:n,to:n}:{[s]:n})}}
/>
</div>`;return y`${s("from")}${s("to")}
<div class="set-field">
<div class="set-label"><label for="day-name">${m("settings_hours.holiday_name")}</label></div>
<input
id="day-name"
class="input"
autocomplete="off"
placeholder=${m("settings_hours.holiday_example")}
maxlength=${40}
.value=${l(e.name)}
@input=${e=>t.set({name:e.target.value})}
/>
</div>`})(e,t,"date"===n||"order"===n)}</div>
<div class="day-kind">
${u(r,["closed","open","like"].map(e=>({value:e,label:m(`settings_hours.kind_${e}`)})),e.kind,e=>t.set({kind:e}))}
${"like"===e.kind?d("day-like",j.map((e,t)=>({value:String(t+1),label:e})),String(e.like),e=>t.set({like:Number(e)}),m("settings_hours.like_which")):g}
</div>
${"open"===e.kind?y`<div class="day-ranges">${O(e.ranges.slice(0,8),r,a=>t.set({ranges:a(e.ranges.slice(0,8))}),!0)}</div>`:g}
<p class="field-error" role="alert">${n&&(a.errors[s]||e.from&&"date"!==n)?m(`settings_hours.wrong_${n}`):""}</p>
<div class="set-actions">
<button type="button" class="button" ?disabled=${void 0!==n} @click=${t.end}>${m("settings_hours.done")}</button>
</div>
</li>`}(_.entry,n,a,h):g}${S<0?g:v.slice(S).map(D)}</ul>`}
${t(a,h)}`,room:400-$.length,add:()=>k("")}},wrong:e=>n.wrong(`${e}.special_days`)}}export{h as a,$ as b,f as c,_ as d,v as e,D as f,A as g,I as h,z as i,j,B as k,se as l,ne as m,re as n};
