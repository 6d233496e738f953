import{b as t,g as e,h as s,j as i,l as a,m as r}from"./with-settings-hours-days.js";import{g as l}from"./settings.js";import"./with-parts-popup.js";import{J as n,K as o,r as u,u as m}from"./app.js";function d({form:d,send:p,say:g,failed:h,changed:c}){let _=null,f=async(t,e,s)=>{try{let i=await p(`/calendars/${t}/import?preview=true&like=${s}`,e);_={path:t,file:e,like:s,changes:i}}catch(t){let{status:e,field:s}=t;_=null,413===e?g(n("settings_hours.import_large"),{bad:!0}):400===e?g(n("special_days"===s?"settings_hours.import_full":"settings_hours.import_odd"),{bad:!0}):h(t)}c(),requestAnimationFrame(()=>document.getElementById("import-title")?.focus())},$=()=>{_=null,c()},b=({added:t,changed:e})=>[...t,...e.map(({after:t})=>t)],y=()=>{if(!_)return;let e=`${_.path}.special_days`,i=b(_.changes),a=new Set(i.map(t=>t.date)),r=d.get(e),l=s([...r.filter(t=>!a.has(t.date)),...i]);if(l.length>t)return g(n("settings_hours.import_full"),{bad:!0});d.set(e,l),$()};return{look:f,view:t=>{if(_?.path!==t)return m;let{file:s,like:d,changes:p}=_,g=b(p);return u`<div class="thing-edit import" role="group" aria-labelledby="import-title">
<p id="import-title" class="import-title" tabindex="-1"><b>${s.name}</b> ${(({added:t,changed:e,same:s})=>[t.length?o("settings_hours.import_added",t.length):"",e.length?o("settings_hours.import_changed",e.length):"",s?o("settings_hours.import_same",s):""].filter(Boolean).join(n("common.list_comma"))||n("settings_hours.import_nothing"))(p)}</p>
${g.some(t=>t.like)?u`<div class="import-like">
<label for="import-like">${n("settings_hours.import_like")}</label>
${l("import-like",i.map((t,e)=>({value:String(e+1),label:t})),String(d),e=>{f(t,s,Number(e))})}
</div>`:m}
${g.length?u`<ul class="runs import-days">
${e(p.added).map(t=>u`<li class="run">${r(t)}</li>`)}
${(t=>{let s=new Map(t.map(({before:t,after:e})=>[e.date,t]));return e(t.map(({after:t})=>t)).map(t=>({run:t,before:s.get(t.date)}))})(p.changed).map(({run:t,before:e})=>u`<li class="run">${r(t,u`<s>${a(e)}</s> `)}</li>`)}
</ul>`:m}
${p.refused_in_all?(({refused:t,refused_in_all:e})=>u`<details class="import-refused">
<summary>${o("settings_hours.refused",e)}</summary>
<ul>
${t.map(t=>u`<li>${n("settings_hours.refused_line",{line:t.line,why:n(`settings_hours.refused_${t.code}`)})} <code>${t.text}</code></li>`)}
</ul>
</details>`)(p):m}
<div class="set-actions">
<button type="button" class="button quiet" @click=${$}>${n("settings_frame.cancel")}</button>
${g.length?u`<button type="button" class="button primary" @click=${y}>${o("settings_hours.import_take",g.length)}</button>`:m}
</div>
</div>`}}}export{d as createImport};
